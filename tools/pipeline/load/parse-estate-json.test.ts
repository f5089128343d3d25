import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { originOf } from "../model/origins/origin.ts";
import { parseEstateJson } from "./parse-estate-json.ts";

const file = "clouds/aws/targets/aws-frankfurt.outputs.json";

const json = fc.json({ maxDepth: 5, stringUnit: "binary" });

/** Each problem of a text, with its line and column. */
function problemsOf(text: string): string[] {
  return parseEstateJson(text, file).diagnostics.map(({ code, at, args }) => {
    expect(code).toBe("json-syntax");
    return `${String(args["detail"] ?? args["problem"])} ${at.line}:${at.column}`;
  });
}

describe("parseEstateJson", () => {
  it.for([
    ["", "Unexpected end of JSON input 1:1"],
    ['{\n  "a": 1,\n}', "Expected double-quoted property name 3:1"],
    ['{"a" 1}', "Expected ':' after property name 1:6"],
    ["[1 2]", "Expected ',' or ']' after array element 1:4"],
    ['{"a": 1} x', "Unexpected non-whitespace character after JSON 1:10"],
    ["{a: 1}", "Expected property name or '}' 1:2"],
    ["[01]", "Unexpected number 1:3"],
    ["[NaN]", "Unexpected token 'N' 1:2"],
    ['{"a": 1,\n "b": [" at position 3", `c`]}', "Unexpected token '`' 2:26"],
    ["[1,,2]", "Unexpected token ',' 1:4"],
    ['["a\nb"]', "Bad control character in string literal 1:4"],
    ['["a', "Unterminated string 1:3"],
    ['{\n<<<<<<< ours\n"a": 1\n=======\n>>>>>>> theirs\n}', "merge-conflict 2:1"],
    ['{"a": 1, "a": 2}', "duplicate-key 1:10"],
    ['{"__proto__": 1}', "forbidden-key 1:2"],
    ["[1e999]", "number-not-exact 1:2"],
    [`${"[".repeat(65)}${"]".repeat(65)}`, "too-deep 1:65"],
  ] as const)("refuses %j", ([text, expected]) => {
    expect(problemsOf(text)).toEqual([expected]);
  });

  it("refuses deep nesting", () => {
    const open = "[".repeat(100_000);
    expect(problemsOf(open)).toEqual(["Unexpected end of JSON input 1:100000"]);
    expect(problemsOf(`${open}${"]".repeat(100_000)}`)).toEqual([
      expect.stringMatching(/^too-deep /),
    ]);
  });

  it("reports every duplicate key", () => {
    expect(problemsOf('{"a": 1, "a": 2, "b": [{"c": 1, "c": 2}]}')).toEqual([
      "duplicate-key 1:10",
      "duplicate-key 1:33",
    ]);
  });

  it("quotes nothing from an unreadable text", () => {
    for (const text of ['{"password": hunter2}', '{"password": "hunter2"} x', '"hunter2'])
      expect(JSON.stringify(parseEstateJson(text, file).diagnostics)).not.toContain("unter2");
  });

  it("reads values other than maps", () => {
    for (const value of [null, "text", 1, true, []])
      expect(parseEstateJson(JSON.stringify(value), file)).toEqual({ value, diagnostics: [] });
  });

  it("keeps the place of each value", () => {
    const { value } = parseEstateJson('{\r\n "a": [true]}', file);
    const root = value as { a: object };
    expect(originOf(root, "a")).toEqual({
      place: { file, line: 2, column: 7 },
      keyPlace: { file, line: 2, column: 2 },
    });
    expect(originOf(root.a, 0)?.place).toEqual({ file, line: 2, column: 8 });
  });

  it("agrees with JSON.parse", () => {
    fc.assert(
      fc.property(json, fc.constantFrom("", " ", "  ", "\t"), (compact, indent) => {
        const text = JSON.stringify(JSON.parse(compact), undefined, indent);
        const { value, diagnostics } = parseEstateJson(text, file);
        if (diagnostics.length === 0) expect(value).toEqual(JSON.parse(text));
        else
          expect(["forbidden-key", "number-not-exact"]).toContain(diagnostics[0]?.args["problem"]);
      }),
    );
  });

  it("never throws, and never accepts what JSON.parse refuses", () => {
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
        if (parseEstateJson(text, file).diagnostics.length > 0) return;
        expect(() => JSON.parse(text) as unknown).not.toThrow();
      }),
      { numRuns: 1000 },
    );
  });
});
