import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { originOf } from "../model/origins/origin.ts";
import { parseJson } from "./parse-json.ts";

const file = "clouds/aws/targets/aws-frankfurt.outputs.json";

describe("parseJson", () => {
  it.for([
    ["", "value-expected 1:1"],
    ['{\n  "a": 1,\n}', "key-expected 3:1"],
    ['{"a" 1}', "colon-expected 1:6"],
    ["[1 2]", "comma-or-end-expected 1:4"],
    ['{"a": 1} x', "text-after-end 1:10"],
    ['{"a": 1, "a": 2}', "duplicate-key 1:10"],
    ['{"__proto__": 1}', "forbidden-key 1:2"],
    ["{a: 1}", "key-expected 1:2"],
    ["[01]", "word-unknown 1:2"],
    ["[NaN]", "word-unknown 1:2"],
    ["[1e999]", "number-not-exact 1:2"],
    ['["a\nb"]', "text-invalid 1:2"],
    ['["a', "text-not-closed 1:2"],
    ["[".repeat(100_000), "too-deep 1:65"],
  ] as const)("refuses %j", ([text, expected]) => {
    const { diagnostics } = parseJson(text, file);
    expect(
      diagnostics.map(({ at, args }) => `${String(args["problem"])} ${at.line}:${at.column}`),
    ).toEqual([expected]);
  });

  it("remembers places", () => {
    const { value } = parseJson('{\r\n "a": [true]}', file);
    const root = value as { a: object };
    expect(originOf(root, "a")).toEqual({
      place: { file, line: 2, column: 7 },
      keyPlace: { file, line: 2, column: 2 },
    });
    expect(originOf(root.a, 0)?.place).toEqual({ file, line: 2, column: 8 });
  });

  it("reads what the engine's own parser reads", () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), (text) => {
        const { value, diagnostics } = parseJson(text, file);
        if (diagnostics.length === 0) expect(value).toEqual(JSON.parse(text));
        else
          expect(["forbidden-key", "number-not-exact"]).toContain(diagnostics[0]?.args["problem"]);
      }),
    );
  });

  it("never throws, and never reads what the engine refuses", () => {
    const jsonish = fc
      .array(
        fc.constantFrom(
          "{",
          "}",
          "[",
          "]",
          '"',
          "a",
          ":",
          ",",
          "1",
          "-",
          ".",
          "e",
          " ",
          "\\",
          "null",
          "\n",
        ),
      )
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(jsonish, (text) => {
        if (parseJson(text, file).diagnostics.length > 0) return;
        expect(() => JSON.parse(text) as unknown).not.toThrow();
      }),
      { numRuns: 1000 },
    );
  });
});
