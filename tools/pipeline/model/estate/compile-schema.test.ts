import { describe, expect, it } from "vitest";
import { compileSchema } from "./compile-schema.ts";

describe("compileSchema", () => {
  it("compiles two schemas of one $id, each as it says", () => {
    const $id = "https://example.com/outputs.json";
    const text = compileSchema({ $id, type: "string" });
    const number = compileSchema({ $id, type: "number" });
    expect([text, number].flatMap(({ validate }) => [validate?.("a"), validate?.(1)])).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  it("returns the error of an invalid schema", () => {
    expect(compileSchema({ type: "strin" }).problem).toContain("type");
  });
});
