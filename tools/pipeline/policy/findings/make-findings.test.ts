import { expect, it } from "vitest";
import type { ManifestSource } from "../../model/kubernetes/manifest.ts";
import { makeFindings } from "./make-findings.ts";
import type { RuleMetadata } from "../bundle/rule-metadata.ts";
import { sampleManifest } from "../testing/sample-policy.ts";

const place = { file: "environments/production/shop/master.yaml", line: 4, column: 7 };

const sources: Readonly<Record<string, Partial<ManifestSource>>> = {
  facts: { origin: { place: { ...place, file: "clouds/aws/provider.yaml" }, layer: "fact" } },
  patches: { origin: { place, layer: "fact" }, patch: place },
  settings: { origin: { place, layer: "master" } },
};

function isFound(accepts: string | undefined, source: Partial<ManifestSource>): boolean {
  const object = { apiVersion: "v1", kind: "ConfigMap", metadata: { namespace: "a", name: "b" } };
  const manifest = sampleManifest(object);
  const found = makeFindings([{ rule: "LCK-094", path: ["resources", 0], message: "differs" }], {
    rules: [{ id: "LCK-094", ...(accepts ? { accepts } : {}) } as RuleMetadata],
    input: {},
    manifests: new Map([[0, { ...manifest, sourceAt: () => ({ template: place, ...source }) }]]),
    incompleteKinds: [],
    fallback: place,
    actionOf: () => "deny",
    belongsTo: () => ({}),
  });
  return found.length === 1;
}

it.each([
  [undefined, ["facts", "patches", "settings"]],
  ["facts", ["patches", "settings"]],
  ["reasons", ["facts", "settings"]],
])("with accepts %s reports %j", (accepts, complained) => {
  expect(Object.keys(sources).filter((name) => isFound(accepts, sources[name]!))).toEqual(
    complained,
  );
});
