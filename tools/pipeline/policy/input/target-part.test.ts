import { describe, expect, it } from "vitest";
import { fieldsRead, targetPart } from "./target-part.ts";
import type { RuleMetadata } from "../bundle/rule-metadata.ts";
import { sampleEstate, sampleManifest } from "../testing/sample-policy.ts";

const rule = (metadata: Partial<RuleMetadata>) => metadata as RuleMetadata;
const secret = {
  apiVersion: "v1",
  kind: "Secret",
  metadata: { name: "login", namespace: "shop" },
  data: { password: "aHVudGVyMg==" },
};
const rulesOf = (...metadata: Partial<RuleMetadata>[]) => metadata.map(rule);

function resourcesFor(rules: readonly RuleMetadata[]) {
  const [result] = sampleEstate([sampleManifest(secret)]).targets;
  if (!result) throw new Error("the sample has a target");
  return targetPart(result, fieldsRead(rules)).resources.map(({ resource }) => resource.object);
}

describe("targetPart", () => {
  it("contains only the fields of manifests that rules read", () => {
    expect(resourcesFor(rulesOf({}))).toEqual([]);
    expect(resourcesFor(rulesOf({ reads: { Secret: ["metadata.name"] } }))).toEqual([
      { metadata: { name: "login" } },
    ]);
  });

  it("contains whole manifests for bundles of earlier commits, whose rules list only kinds", () => {
    const rules = rulesOf({ kinds: ["Secret"] }, { reads: { Secret: ["metadata.name"] } });
    expect(fieldsRead(rules).get("Secret")).toEqual(["", "metadata.name"]);
    expect(resourcesFor(rules)).toEqual([secret]);
  });
});
