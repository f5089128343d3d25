import { describe, expect, it } from "vitest";
import { withoutProse } from "./without-prose.ts";

describe("withoutProse", () => {
  it("drops the words at every depth and sorts the keys", () => {
    const schema = {
      type: "object",
      description: "a thing",
      properties: {
        b: { type: "string", description: "b" },
        a: { items: { description: "x", type: "integer" } },
      },
      allOf: [{ description: "c", required: ["a"] }],
    };
    expect(JSON.stringify(withoutProse(schema))).toBe(
      '{"allOf":[{"required":["a"]}],"properties":{"a":{"items":{"type":"integer"}},"b":{"type":"string"}},"type":"object"}',
    );
  });

  it("keeps a property that is called description, and what rules and defaults contain", () => {
    const schema = {
      properties: { description: { type: "string" } },
      default: { description: "kept" },
      "x-kubernetes-validations": [{ rule: 'self.description != ""', message: "m" }],
    };
    expect(withoutProse(schema)).toEqual(schema);
  });

  it("drops the further keys it is told to, but not properties of that name", () => {
    expect(
      withoutProse({ default: 1, properties: { default: { default: 2 } } }, new Set(["default"])),
    ).toEqual({
      properties: { default: {} },
    });
  });
});
