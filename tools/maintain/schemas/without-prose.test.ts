import { describe, expect, it } from "vitest";
import { withoutProse } from "./without-prose.ts";

describe("withoutProse", () => {
  it("drops prose at every depth and sorts the keys", () => {
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

  it("keeps a property named description, and the contents of rules and defaults", () => {
    const schema = {
      properties: { description: { type: "string" } },
      default: { description: "kept" },
      "x-kubernetes-validations": [{ rule: 'self.description != ""', message: "m" }],
    };
    expect(withoutProse(schema)).toEqual(schema);
  });

  it("drops additional keys, but not properties of that name", () => {
    expect(
      withoutProse({ default: 1, properties: { default: { default: 2 } } }, new Set(["default"])),
    ).toEqual({
      properties: { default: {} },
    });
  });
});
