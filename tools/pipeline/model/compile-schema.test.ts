import { describe, expect, it } from "vitest";
import { compileSchema } from "./compile-schema.ts";

describe("compileSchema", () => {
  it("compiles two schemas of one $id, each as it says", () => {
    const $id = "https://example.com/outputs.json";
    const text = compileSchema({ $id, type: "string" });
    const number = compileSchema({ $id, type: "number" });
    expect([text?.("a"), text?.(1), number?.("a"), number?.(1)]).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  it("gives nothing for a schema that is none", () => {
    expect(compileSchema({ type: "strin" })).toBeUndefined();
  });
});
