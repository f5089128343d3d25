import { describe, expect, it } from "vitest";
import { kubernetesArtefact } from "./kubernetes-artefact.ts";

const kind = {
  group: "policy",
  version: "v1",
  kind: "Budget",
  plural: "budgets",
  namespaced: true,
};
const api = {
  kinds: [kind, { ...kind, kind: "Endpoints", plural: "endpoints" }],
  definitions: {
    Budget: {
      description: "words",
      properties: { spec: { $ref: "#/definitions/Spec", default: {} } },
    },
    Spec: { type: "object", properties: { next: { $ref: "#/definitions/Spec" } } },
    Endpoints: { type: "object" },
    Unreached: { type: "object" },
  },
  definitionNames: new Map([
    ["policy/v1/Budget", "Budget"],
    ["policy/v1/Endpoints", "Endpoints"],
  ]),
};
const replacement = { group: "policy", version: "v1", kind: "Budget" };
const lifecycles = [
  {
    group: "policy",
    version: "v1alpha1",
    kind: "Budget",
    removedIn: "1.9",
    replacement: { ...replacement, version: "v1beta1" },
  },
  { group: "policy", version: "v1beta1", kind: "Budget", removedIn: "1.25", replacement },
  { group: "policy", version: "v2alpha1", kind: "Budget", removedIn: "1.40" },
  { group: "policy", version: "v1", kind: "Endpoints", deprecatedIn: "1.33", replacement },
];
const text = kubernetesArtefact({ minor: "1.36", version: "1.36.3", api, lifecycles });
const artefact: unknown = JSON.parse(text);

describe("kubernetesArtefact", () => {
  it("keeps reachable definitions, without prose and defaults", () => {
    expect(artefact).toHaveProperty("definitions", {
      Budget: { properties: { spec: { $ref: "#/definitions/Spec" } } },
      Endpoints: { type: "object" },
      Spec: { properties: { next: { $ref: "#/definitions/Spec" } }, type: "object" },
    });
  });

  it("lists deprecated kinds and their replacements", () => {
    expect(artefact).toHaveProperty("kinds", [
      { ...kind, definition: "Budget" },
      {
        ...kind,
        kind: "Endpoints",
        plural: "endpoints",
        definition: "Endpoints",
        deprecated: "1.33",
        replacement,
      },
    ]);
  });

  it("lists removed versions, with the version that is served", () => {
    expect(artefact).toHaveProperty("removed", [
      { group: "policy", version: "v1alpha1", kind: "Budget", removedIn: "1.9", replacement },
      { group: "policy", version: "v1beta1", kind: "Budget", removedIn: "1.25", replacement },
    ]);
  });
});
