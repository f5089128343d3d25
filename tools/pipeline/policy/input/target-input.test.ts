import { describe, expect, it } from "vitest";
import { sampleEstate, sampleManifest } from "../testing/sample-policy.ts";
import { vocabularyOf } from "./facts/vocabulary.ts";
import { targetInput } from "./target-input.ts";

function inputOf(...objects: Parameters<typeof sampleManifest>[0][]) {
  const { desiredState, targets } = sampleEstate(objects.map((object) => sampleManifest(object)));
  const vocabulary = vocabularyOf(desiredState);
  return targetInput(targets[0]!, {
    desiredState,
    asOf: "2026-11-24",
    vocabulary,
    parameters: {},
  })!;
}

const metadata = { name: "web", namespace: "shop" };
const template = {
  metadata: { labels: { app: "web" } },
  spec: {
    initContainers: [{ name: "wait", image: "wait:1" }],
    containers: [
      { name: "web", image: "web:1", resources: { requests: { cpu: "250m", memory: "1Gi" } } },
    ],
    ephemeralContainers: [{ name: "shell" }],
  },
};
const deployment = {
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata,
  spec: { replicas: 3, template },
};

describe("targetInput", () => {
  it("returns JSON equal to the input", () => {
    const { input, json } = inputOf(deployment);
    expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(input)));
  });

  it("lists every kind of container with its path and numbers", () => {
    const { containers, pods } = inputOf(deployment).input;
    expect(containers.map(({ type, name }) => `${type} ${name}`)).toEqual([
      "container web",
      "init wait",
      "ephemeral shell",
    ]);
    expect(containers[0]?.path).toEqual([
      "resources",
      0,
      "object",
      "spec",
      "template",
      "spec",
      "containers",
      0,
    ]);
    expect(containers[0]?.requests).toEqual({ cpu: 0.25, memory: 2 ** 30 });
    expect(pods[0]?.spec).toEqual({});
  });

  it("finds the pods of each kind of workload", () => {
    const job = { spec: { template } };
    const { pods } = inputOf(
      { apiVersion: "batch/v1", kind: "CronJob", metadata, spec: { jobTemplate: job } },
      { apiVersion: "v1", kind: "Pod", metadata, spec: template.spec },
      { apiVersion: "apps/v1", kind: "StatefulSet", metadata, spec: { template } },
      { apiVersion: "example.com/v1", kind: "Deployment", metadata, spec: { template } },
    ).input;
    expect(pods.map(({ kind }) => kind).sort()).toEqual(["CronJob", "Pod", "StatefulSet"]);
  });

  it("finds the pods that add-ons start", () => {
    const { pods, containers } = inputOf({
      apiVersion: "keda.sh/v1alpha1",
      kind: "ScaledJob",
      metadata,
      spec: { jobTargetRef: { template } },
    }).input;
    expect(pods.map(({ kind }) => kind)).toEqual(["ScaledJob"]);
    expect(containers.map(({ name }) => name)).toEqual(["web", "wait", "shell"]);
  });

  it("lists every pulled image: of containers, volumes and operators", () => {
    const volumes = [{ name: "models", image: { reference: "shop/models:2" } }, { name: "data" }];
    const { pulls } = inputOf(
      { apiVersion: "v1", kind: "Pod", metadata, spec: { ...template.spec, volumes } },
      {
        apiVersion: "postgresql.cnpg.io/v1",
        kind: "Cluster",
        metadata,
        spec: {
          imageName: "shop/postgresql:16",
          postgresql: { extensions: [{ image: { reference: "shop/vector:1" } }] },
        },
      },
    ).input;
    expect(pulls.map(({ title, image }) => `${title}: ${image.reference}`)).toEqual([
      "Cluster web: shop/postgresql:16",
      "Cluster web: shop/vector:1",
      "container web: web:1",
      "init container wait: wait:1",
      "volume models: shop/models:2",
    ]);
    expect(pulls[1]?.path.slice(3)).toEqual([
      "spec",
      "postgresql",
      "extensions",
      0,
      "image",
      "reference",
    ]);
  });

  it("counts the autoscaler's minimum as replicas", () => {
    const scaleTargetRef = { kind: "Deployment", name: "web" };
    const autoscaler = {
      apiVersion: "autoscaling/v2",
      kind: "HorizontalPodAutoscaler",
      metadata,
      spec: { scaleTargetRef, minReplicas: 2 },
    };
    const burst = {
      apiVersion: "keda.sh/v1alpha1",
      kind: "ScaledObject",
      metadata,
      spec: { scaleTargetRef },
    };
    expect(inputOf(deployment).input.pods[0]?.replicas).toBe(3);
    expect(inputOf(deployment, autoscaler).input.pods[0]?.replicas).toBe(2);
    expect(inputOf(deployment, burst).input.pods[0]?.replicas).toBe(0);
  });

  it("lists the objects that select a pod, only in its own namespace", () => {
    const budget = (namespace: string, selector: object) => ({
      apiVersion: "policy/v1",
      kind: "PodDisruptionBudget",
      metadata: { name: "web", namespace },
      spec: { selector },
    });
    const selectedBy = (namespace: string, selector: object) =>
      inputOf(deployment, budget(namespace, selector)).input.pods[0]?.selectedBy.disruptionBudgets;
    expect(selectedBy("shop", { matchLabels: { app: "web" } })).toEqual([1]);
    expect(
      selectedBy("shop", {
        matchExpressions: [{ key: "app", operator: "In", values: ["web", "api"] }],
      }),
    ).toEqual([1]);
    expect(
      selectedBy("shop", { matchExpressions: [{ key: "app", operator: "DoesNotExist" }] }),
    ).toEqual([]);
    expect(selectedBy("shop", { matchExpressions: [{ key: "app", operator: "Unheard" }] })).toEqual(
      [],
    );
    expect(selectedBy("other", { matchLabels: { app: "web" } })).toEqual([]);
  });

  it.each([
    ["host: {{ host }}", ["unrendered"]],
    ["https://undefined/x", ["unrendered"]],
    ["-----BEGIN RSA PRIVATE KEY-----", ["credential"]],
    ["postgres://shop:changeit@db/shop", ["credential"]],
    ['[super_admin]\npassword = "changeit"', ["credential"]],
    ["arn:aws:iam::123456789012:role/x", ["cloud-identifier"]],
  ])("marks %s", (text, marks) => {
    const { texts } = inputOf({
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata,
      data: { text },
    }).input;
    expect(texts).toEqual([
      { resource: 0, path: ["resources", 0, "object", "data", "text"], text, marks },
    ]);
  });

  it("marks the value of a key for credentials", () => {
    const data = {
      DB_PASSWORD: "password",
      DB_PASSWORD_FILE: "/secrets/password",
      HTTP_PASSWORD: "${HTTP_PASSWORD}",
      passwordKey: "password",
      "api-key": "",
    };
    const { texts } = inputOf({ apiVersion: "v1", kind: "ConfigMap", metadata, data }).input;
    expect(texts.map(({ path, text, marks }) => [path.at(-1), text, marks])).toEqual([
      ["DB_PASSWORD", "password", ["credential"]],
    ]);
  });

  it.each([
    "the value is undefined here",
    "postgres://$(USER):$(PASSWORD)@db",
    "https://example.com/@path",
    "a { b }",
    'password = "$env{ADMIN_PASSWORD}"',
    "allow_password: false",
    "http_passwd: ${SEARCH_PASSWORD}",
  ])("does not mark %s", (text) => {
    expect(
      inputOf({ apiVersion: "v1", kind: "ConfigMap", metadata, data: { text } }).input.texts,
    ).toEqual([]);
  });
});
