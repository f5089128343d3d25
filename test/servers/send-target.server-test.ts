import { describe, expect, it } from "vitest";
import type { ManifestObject } from "@altostrata/maintain/servers/apply-manifest.ts";
import { readCorpus } from "@altostrata/maintain/servers/corpus.ts";
import { onEachServer } from "./on-each-server.ts";
import { minorsOf, sendTarget } from "./send-target.ts";

const namespace = {
  apiVersion: "v1",
  kind: "Namespace",
  metadata: { name: "sample", labels: { "pod-security.kubernetes.io/warn": "restricted" } },
};

function rendered(objects: readonly ManifestObject[]) {
  const manifests = objects.map((object) => ({ object }));
  return {
    environment: "staging",
    target: "aws-frankfurt",
    kubernetes: { version: "1.36" },
    manifests,
  };
}

function pod(name: string, image: string): ManifestObject {
  const metadata = { name, namespace: "sample" };
  return {
    apiVersion: "v1",
    kind: "Pod",
    metadata,
    spec: { containers: [{ name: "web", image }] },
  };
}

onEachServer("sendTarget on Kubernetes %s", (_minor, server) => {
  it("creates the namespaces first and accepts valid manifests", async () => {
    const config = {
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: { name: "a", namespace: "sample" },
      data: { a: "b" },
    };
    expect(await sendTarget(server(), rendered([config, namespace]))).toEqual([]);
  });

  it("reports warnings like refusals, with the object", async () => {
    const complaints = await sendTarget(
      server(),
      rendered([namespace, pod("web", "nginx"), pod("Web", "nginx")]),
    );
    expect(complaints).toMatchObject([
      { environment: "staging", target: "aws-frankfurt", object: "Pod/sample/web" },
      { object: "Pod/sample/Web" },
    ]);
    expect(complaints[0]?.says.join()).toContain(
      'warning: would violate PodSecurity "restricted:latest"',
    );
    expect(complaints[1]?.says.join()).toContain('metadata.name: Invalid value: "Web"');
  });

  it("reports a missing namespace", async () => {
    const config = {
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: { name: "a", namespace: "nowhere" },
    };
    const [complaint] = await sendTarget(server(), rendered([config]));
    expect(complaint?.says).toEqual(['namespaces "nowhere" not found']);
  });

  it("finds each fault of a target with many manifests", async () => {
    const corpus = readCorpus();
    const complaints = await sendTarget(server(), rendered(corpus.map(({ object }) => object)));
    expect(complaints).toHaveLength(corpus.filter(({ file }) => file.startsWith("faulty/")).length);
  });
});

describe("minorsOf", () => {
  it("returns the current and the next version of a target", () => {
    expect(minorsOf({ ...rendered([]), kubernetes: { version: "1.35", next: "1.36" } })).toEqual([
      "1.35",
      "1.36",
    ]);
  });
});
