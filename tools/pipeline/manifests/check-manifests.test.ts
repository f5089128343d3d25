import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkManifests } from "./check-manifests.ts";
import { parseManifests } from "./parse-manifests.ts";
import { installedTarget, publishedApis, publishedFiles } from "./testing/published-apis.ts";
import { describeApis } from "./schema/describe-apis.ts";

const apis = publishedApis();

function check(text: string, target = installedTarget("1.36")) {
  const { manifests } = parseManifests(text, "a.yaml");
  return checkManifests({ environment: "test", target, manifests, apis, complete: false });
}

const route =
  "apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: { name: web, namespace: shop }\nspec: {}\n";

describe("the kind of a manifest", () => {
  it("requires the add-on that defines it", () => {
    const installed = installedTarget("1.36");
    const { "gateway-api": _gone, ...addons } = installed.value.addons;
    const target = { ...installed, value: { ...installed.value, addons } };
    expect(check(route, target)).toMatchObject([
      { code: "manifest-addon-missing", args: { addon: "gateway-api", kind: "HTTPRoute" } },
    ]);
  });

  it("reports that it was skipped when the add-on's version has no description", () => {
    const installed = installedTarget("1.36");
    const addons = { ...installed.value.addons, "gateway-api": "9.9.9" };
    const target = { ...installed, value: { ...installed.value, addons } };
    expect(check(route, target)).toMatchObject([
      { code: "manifest-schema-missing", args: { what: "the add-on gateway-api 9.9.9" } },
    ]);
  });

  it("reports once that it was skipped when the minor has no description", () => {
    const text = "apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: web, namespace: shop }\n";
    expect(check(text, installedTarget("1.36", "1.99"))).toMatchObject([
      {
        code: "manifest-schema-missing",
        args: { what: "Kubernetes 1.99" },
        at: { file: "clouds/test/targets/corpus.yaml" },
      },
    ]);
  });

  it("reports a deprecated version", () => {
    const text = "apiVersion: v1\nkind: Endpoints\nmetadata: { name: web, namespace: shop }\n";
    expect(check(text)).toMatchObject([
      {
        code: "manifest-version-deprecated",
        args: { replacement: "EndpointSlice of discovery.k8s.io/v1" },
      },
    ]);
  });
});

describe("a planned upgrade", () => {
  // Kubernetes 1.36 added `schedulingGroup`.
  const later =
    "apiVersion: v1\nkind: Pod\nmetadata: { name: web, namespace: shop }\nspec: { containers: [{ name: web, image: web }], schedulingGroup: {} }\n";

  it("is checked too, and each problem is reported once", () => {
    expect(check(later, installedTarget("1.36"))).toEqual([]);
    expect(check(later, installedTarget("1.36", "1.35"))).toMatchObject([
      { code: "manifest-unknown-field", path: "spec.schedulingGroup" },
    ]);
    const broken = later.replace("schedulingGroup: {}", "hostname: 1");
    expect(check(broken, installedTarget("1.35", "1.36"))).toHaveLength(1);
  });

  it("changes the name rules of Services", () => {
    const text =
      "apiVersion: v1\nkind: Service\nmetadata: { name: 1web, namespace: shop }\nspec: { ports: [{ port: 80 }] }\n";
    expect(check(text, installedTarget("1.36"))).toEqual([]);
    expect(check(text, installedTarget("1.35", "1.36"))).toMatchObject([
      { code: "manifest-name-invalid" },
    ]);
  });
});

describe("an object of any shape", () => {
  it("is accepted or refused without an exception", () => {
    const kinds = [...(apis.kubernetes("1.36")?.kinds.values() ?? [])].flat();
    const shape = fc.record({
      kind: fc.constantFrom(...kinds),
      spec: fc.oneof(fc.jsonValue(), fc.dictionary(fc.constantFrom(...fields), fc.jsonValue())),
      metadata: fc.jsonValue(),
    });
    fc.assert(
      fc.property(shape, ({ kind, spec, metadata }) => {
        const apiVersion = kind.group === "" ? kind.version : `${kind.group}/${kind.version}`;
        const object = { apiVersion, kind: kind.kind, metadata, spec, data: spec, rules: spec };
        expect(Array.isArray(check(JSON.stringify(object)))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

const fields = [
  "template",
  "ports",
  "rules",
  "selector",
  "containers",
  "metrics",
  "limits",
  "hard",
];

describe("a property name of Object.prototype", () => {
  const object = (kind: string, body: string, group = ""): string =>
    `apiVersion: ${group}v1\nkind: ${kind}\nmetadata: { name: web, namespace: shop }\n${body}\n`;
  const scaler = (type: string): string =>
    object(
      "HorizontalPodAutoscaler",
      `spec: { maxReplicas: 2, scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }, metrics: [{ type: ${type} }] }`,
      "autoscaling/",
    ).replace("autoscaling/v1", "autoscaling/v2");

  it.each(["constructor", "toString", "hasOwnProperty"])(
    "is read like any other word: %s",
    (word) => {
      expect(check(object("Secret", `type: ${word}`))).toEqual([]);
      expect(check(object("ConfigMap", `data: { file.${word}: "{" }`))).toEqual([]);
      expect(check(scaler(word))).toMatchObject([{ code: "manifest-value-not-allowed" }]);
    },
  );
});

it("returns the same result after any earlier check", () => {
  const fresh = describeApis(publishedFiles());
  const { manifests } = parseManifests(route.replace("{}", "{ hostname: [] }"), "a.yaml");
  const target = installedTarget("1.35");
  const first = checkManifests({ target, manifests, apis: fresh });
  expect(first).not.toEqual([]);
  expect(checkManifests({ target, manifests, apis: fresh })).toEqual(first);
});

it("caches valid manifests only for targets with the same versions", () => {
  const fresh = describeApis(publishedFiles());
  const on = (target: ReturnType<typeof installedTarget>) =>
    checkManifests({
      target,
      manifests: parseManifests(route, "a.yaml").manifests,
      apis: fresh,
      complete: false,
    });
  const installed = installedTarget("1.36");
  const { "gateway-api": _gone, ...addons } = installed.value.addons;
  const without = { ...installed, value: { ...installed.value, addons } };
  expect(on(installed)).toEqual([]);
  expect(on(installed)).toEqual([]);
  expect(on(without)).toMatchObject([{ code: "manifest-addon-missing" }]);
  expect(on(installed)).toEqual([]);
});
