import { describe, expect, it } from "vitest";
import type { Manifest } from "../../model/kubernetes/manifest.ts";
import { startOf } from "../../model/origins/place.ts";
import { compareValues } from "../values/compare-values.ts";
import { classifyChange } from "./classify-change.ts";

function manifest(object: Record<string, unknown>, name = "a"): Manifest {
  const at = startOf("a.yaml");
  const kind = String(object["kind"]);
  return {
    id: { group: "", version: "v1", kind, namespace: "shop", name },
    object,
    layer: "application",
    at,
    sourceAt: () => ({ template: at }),
  };
}

function classify(kind: string, base: object | undefined, head: object | undefined) {
  const [before, after] = [base && { kind, ...base }, head && { kind, ...head }];
  return classifyChange(
    {
      ...(before ? { base: manifest(before) } : {}),
      ...(after ? { head: manifest(after) } : {}),
    },
    before && after ? compareValues(before, after) : [],
  );
}

const pod = (spec: object) => ({ spec: { template: { spec } } });
const container = (value: object) => pod({ containers: [{ name: "main", ...value }] });
const gone = undefined;

describe("classifyChange", () => {
  it.each([
    ["Cluster", { spec: {} }, gone, "data-loss", "one-way"],
    ["PersistentVolumeClaim", { spec: {} }, gone, "data-loss", "one-way"],
    ["Namespace", {}, gone, "data-loss", "one-way"],
    ["Database", { spec: { databaseReclaimPolicy: "delete" } }, gone, "data-loss", "one-way"],
    ["Database", { spec: {} }, gone, "configuration", "free"],
    ["ScheduledBackup", {}, gone, "data-loss", "free"],
    ["Deployment", { spec: {} }, gone, "stop", "drain"],
    ["ConfigMap", {}, gone, "configuration", "free"],
    ["ClusterRole", gone, { rules: [] }, "privilege", "free"],
    ["Service", gone, { spec: { type: "LoadBalancer" } }, "exposure", "free"],
    ["Service", gone, { spec: { type: "ClusterIP" } }, "network", "free"],
    [
      "NetworkPolicy",
      gone,
      { spec: { egress: [{ to: [{ ipBlock: {} }] }] } },
      "cross-cloud-flow",
      "free",
    ],
  ] as const)("%s that comes or goes: %j -> %j is %s", (kind, base, head, worst, reversibility) => {
    const found = classify(kind, base, head);
    expect(found.classes[0]).toBe(worst);
    expect(found.reversibility).toBe(reversibility);
  });

  it.each([
    [
      "Cluster",
      { spec: { storage: { size: "10Gi" } } },
      { spec: { storage: { size: "5Gi" } } },
      "data-loss",
      "one-way",
    ],
    [
      "Cluster",
      { spec: { storage: { size: "5Gi" } } },
      { spec: { storage: { size: "10Gi" } } },
      "scale",
      "one-way",
    ],
    [
      "NetworkPolicy",
      { spec: { ingress: [{ from: [{ ipBlock: { cidr: "10.0.0.0/8" } }] }] } },
      { spec: { ingress: [{ from: [{ ipBlock: { cidr: "0.0.0.0/0" } }] }] } },
      "exposure",
      "free",
    ],
    [
      "NetworkPolicy",
      { spec: { egress: [{ to: [{ ipBlock: { cidr: "10.0.0.0/8" } }] }] } },
      { spec: { egress: [{ to: [{ ipBlock: { cidr: "0.0.0.0/0" } }] }] } },
      "privilege",
      "free",
    ],
    [
      "NetworkPolicy",
      { spec: { policyTypes: ["Ingress", "Egress"] } },
      { spec: { policyTypes: ["Ingress"] } },
      "privilege",
      "free",
    ],
    [
      "StatefulSet",
      { spec: { volumeClaimTemplates: [{ metadata: { name: "data" }, spec: { size: 1 } }] } },
      { spec: { volumeClaimTemplates: [{ metadata: { name: "data" }, spec: { size: 2 } }] } },
      "recreation",
      "data-step",
    ],
    [
      "Cluster",
      { spec: { storage: { size: "5Gi" } } },
      { spec: { storage: { size: "5120Mi" } } },
      "cosmetic",
      "free",
    ],
    [
      "Cluster",
      { spec: { replica: { primary: "a" } } },
      { spec: { replica: { primary: "b" } } },
      "data-loss",
      "data-step",
    ],
    [
      "Cluster",
      { spec: { replica: { self: "a" } } },
      { spec: { replica: { self: "b" } } },
      "configuration",
      "free",
    ],
    [
      "Cluster",
      { spec: { imageName: "pg:16.4" } },
      { spec: { imageName: "pg:17.0" } },
      "recreation",
      "one-way",
    ],
    [
      "Cluster",
      { spec: { imageName: "pg:16.4" } },
      { spec: { imageName: "pg:16.5" } },
      "image",
      "data-step",
    ],
    [
      "Deployment",
      { spec: { selector: { a: 1 } } },
      { spec: { selector: { a: 2 } } },
      "recreation",
      "drain",
    ],
    [
      "StatefulSet",
      { spec: { serviceName: "a" } },
      { spec: { serviceName: "b" } },
      "recreation",
      "drain",
    ],
    ["Deployment", { spec: { replicas: 1 } }, { spec: { replicas: 2 } }, "scale", "free"],
    ["Deployment", { spec: { replicas: 1 } }, { spec: { replicas: 0 } }, "stop", "free"],
    ["Deployment", container({ image: "a:1" }), container({ image: "a:2" }), "image", "free"],
    [
      "Deployment",
      container({ env: [{ name: "A", value: "1" }] }),
      container({ env: [{ name: "A", value: "2" }] }),
      "restart",
      "free",
    ],
    [
      "Deployment",
      container({}),
      container({ securityContext: { privileged: true } }),
      "privilege",
      "free",
    ],
    [
      "Deployment",
      container({ securityContext: { runAsNonRoot: true } }),
      container({}),
      "privilege",
      "free",
    ],
    ["Deployment", pod({}), pod({ hostNetwork: true }), "privilege", "free"],
    [
      "Deployment",
      container({ securityContext: { capabilities: { drop: ["ALL"] } } }),
      container({ securityContext: { capabilities: { drop: [] } } }),
      "privilege",
      "free",
    ],
    [
      "Deployment",
      { metadata: { labels: { a: "1" } } },
      { metadata: { labels: { a: "2" } } },
      "cosmetic",
      "free",
    ],
    [
      "RoleBinding",
      { subjects: [] },
      { subjects: [{ kind: "User", name: "x" }] },
      "privilege",
      "free",
    ],
    [
      "Service",
      { spec: { type: "ClusterIP" } },
      { spec: { type: "LoadBalancer" } },
      "exposure",
      "free",
    ],
    [
      "NetworkPolicy",
      { spec: { ingress: [] } },
      { spec: { ingress: [{ from: [{ ipBlock: { cidr: "0.0.0.0/0" } }] }] } },
      "exposure",
      "free",
    ],
    [
      "NetworkPolicy",
      { spec: { ingress: [] } },
      { spec: { ingress: [{ from: [{ podSelector: {} }] }] } },
      "network",
      "free",
    ],
    [
      "Namespace",
      { metadata: { labels: { "pod-security.kubernetes.io/enforce": "restricted" } } },
      { metadata: { labels: { "pod-security.kubernetes.io/enforce": "baseline" } } },
      "privilege",
      "free",
    ],
    [
      "Namespace",
      { metadata: { labels: { "pod-security.kubernetes.io/enforce-version": "v1.35" } } },
      { metadata: { labels: { "pod-security.kubernetes.io/enforce-version": "v1.36" } } },
      "configuration",
      "free",
    ],
    [
      "Namespace",
      { metadata: { labels: { "pod-security.kubernetes.io/audit-version": "v1.35" } } },
      { metadata: { labels: { "pod-security.kubernetes.io/audit-version": "v1.36" } } },
      "cosmetic",
      "free",
    ],
    [
      "DNSEndpoint",
      { spec: { endpoints: [{ dnsName: "a", recordTTL: 30 }] } },
      { spec: { endpoints: [{ dnsName: "a", recordTTL: 60 }] } },
      "configuration",
      "free",
    ],
    [
      "ExternalSecret",
      { spec: { data: [{ secretKey: "a", remoteRef: { key: "old" } }] } },
      { spec: { data: [{ secretKey: "a", remoteRef: { key: "new" } }] } },
      "secret",
      "free",
    ],
    [
      "ObjectStore",
      { spec: { retentionPolicy: "30d" } },
      { spec: { retentionPolicy: "7d" } },
      "data-loss",
      "one-way",
    ],
    [
      "HorizontalPodAutoscaler",
      { spec: { maxReplicas: 3 } },
      { spec: { maxReplicas: 4 } },
      "scale",
      "free",
    ],
    ["ConfigMap", { data: { a: "1" } }, { data: { a: "2" } }, "configuration", "free"],
  ] as const)("%s %j -> %j is %s", (kind, base, head, worst, reversibility) => {
    const found = classify(kind, base, head);
    expect(found.classes[0]).toBe(worst);
    expect(found.reversibility).toBe(reversibility);
    expect(found.reasons.map((reason) => reason.class)).toContain(worst);
  });

  it("takes an object under a new name for one that is pruned and one that is made", () => {
    const object = { kind: "PersistentVolumeClaim", spec: {} };
    const found = classifyChange(
      { base: manifest(object, "old"), head: manifest(object, "new") },
      [],
    );
    expect(found.classes).toEqual(["data-loss", "recreation"]);
    expect(found.reversibility).toBe("one-way");
  });
});
