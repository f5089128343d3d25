import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contentOf } from "./object-content.ts";

describe("contentOf", () => {
  it("is the same for objects that say the same, and for no others", () => {
    const object = fc.dictionary(fc.string(), fc.jsonValue());
    fc.assert(
      fc.property(object, object, (left, right) => {
        expect(contentOf(left)?.json).toBe(JSON.stringify(left));
        expect(contentOf(structuredClone(left))).toBe(contentOf(left));
        expect(contentOf(left) === contentOf(right)).toBe(
          JSON.stringify(left) === JSON.stringify(right),
        );
      }),
    );
  });

  it("stays the object's own when the same is not remembered any more", () => {
    const first = { name: "first" };
    const content = contentOf(first);
    for (let index = 0; index < 5_000; index += 1) contentOf({ index });
    expect(contentOf(first)).toBe(content);
    expect(contentOf({ name: "first" })?.json).toBe(content?.json);
    expect(contentOf({ name: "first" })).not.toBe(content);
  });

  it("returns undefined for an object that is nested too deeply", () => {
    let nested: unknown = "bottom";
    for (let depth = 0; depth < 20_000; depth += 1) nested = [nested];
    expect(contentOf({ nested })).toBeUndefined();
    expect(contentOf({ nested: "flat" })).toBeDefined();
  });
});
