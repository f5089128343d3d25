import { describe, expect, it } from "vitest";
import { addonArtefact } from "./addon-artefact.ts";

const source = {
  addon: "queues",
  version: "1.2.0",
  module: "example.com/queues",
  folder: "crds",
  files: [],
};

function definition(kind: string) {
  return {
    metadata: { name: `${kind.toLowerCase()}s.example.com` },
    spec: {
      group: "example.com",
      scope: "Namespaced" as const,
      names: { kind, plural: `${kind.toLowerCase()}s` },
      versions: [
        {
          name: "v1",
          served: true,
          storage: true,
          schema: { openAPIV3Schema: { description: "x", type: "object" } },
        },
        {
          name: "v1alpha1",
          served: false,
          storage: false,
          schema: { openAPIV3Schema: { type: "object" } },
        },
      ],
    },
  };
}

describe("addonArtefact", () => {
  it("describes each kind, sorted, without prose and without schemas of unserved versions", () => {
    expect(JSON.parse(addonArtefact(source, [definition("Topic"), definition("Queue")]))).toEqual({
      addon: "queues",
      version: "1.2.0",
      source: "example.com/queues@v1.2.0",
      kinds: ["Queue", "Topic"].map((kind) => ({
        group: "example.com",
        kind,
        plural: `${kind.toLowerCase()}s`,
        namespaced: true,
        versions: [
          { name: "v1", served: true, storage: true, schema: { type: "object" } },
          { name: "v1alpha1", served: false, storage: false },
        ],
      })),
    });
  });

  it("writes each version on its own line", () => {
    expect(addonArtefact(source, [definition("Queue")]).split("\n")).toHaveLength(7);
  });
});
