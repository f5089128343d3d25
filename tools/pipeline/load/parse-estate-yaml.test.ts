import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { originOf, rootOrigin } from "../model/origins/origin.ts";
import { isForbiddenKey } from "../model/values/forbidden-key.ts";
import { parseEstateYaml } from "./parse-estate-yaml.ts";

const file = "environments/dev/environment.yaml";

function problems(text: string): string[] {
  return parseEstateYaml(text, file).diagnostics.map(
    ({ code, at, args }) =>
      `${code} ${at.line}:${at.column}${args["problem"] ? ` ${String(args["problem"])}` : ""}`,
  );
}

describe("parseEstateYaml", () => {
  it.for([
    ["a syntax error at its place", "a: [1\nb: 2\n", ["yaml-syntax 2:1 bad-indent"]],
    [
      "a merge conflict, at its first marker",
      "a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> feature\n",
      ["yaml-syntax 2:1 merge-conflict"],
    ],
    ["tabs", "a:\n\tb: 1\n", ["yaml-syntax 2:1 tab-as-indent"]],
    ["the first of several errors", "a: 1\n b: 2\n", ["yaml-syntax 1:4 block-as-implicit-key"]],
    ["a duplicate key", "a: 1\nb: 2\na: 3\n", ["yaml-duplicate-key 3:1"]],
    [
      "every duplicate key",
      "a: 1\na: 2\nb: {c: 1, c: 2}\n",
      ["yaml-duplicate-key 2:1", "yaml-duplicate-key 3:11"],
    ],
    ["several documents", "a: 1\n---\nb: 2\n", ["yaml-several-documents 2:1"]],
    ["an empty text", "", ["file-empty 1:1"]],
    ["a text with only comments", "# nothing yet\n", ["file-empty 1:1"]],
    ["a bare document marker", "---\n", ["file-empty 1:1"]],
    ["a custom tag", "a: !reference [x]\n", ["yaml-tag-refused 1:15"]],
    ["a core tag", "a: !!str 1\n", ["yaml-tag-refused 1:10"]],
    ["a directive", "%YAML 1.1\n---\na: on\n", ["yaml-directive-refused 1:1"]],
    ["an alias without anchor", "a: *gone\n", ["yaml-syntax 1:4 unknown-alias"]],
    ["an alias inside its own anchor", "a: &loop [*loop]\n", ["yaml-alias-limit 1:11"]],
    ["a number as key", "1.36: x\n", ["yaml-forbidden-key 1:1 not-text-but-number"]],
    ["a boolean as key", "a: {true: x}\n", ["yaml-forbidden-key 1:5 not-text-but-boolean"]],
    ["a list as key", "? [a]\n: b\n", ["yaml-forbidden-key 1:3 not-a-scalar"]],
    ["an empty key", "a: {: b}\n", ["yaml-forbidden-key 1:5 empty"]],
    ["a merge key", "a: &a {b: 1}\nc:\n  <<: *a\n", ["yaml-forbidden-key 3:3 merge-key"]],
    [
      "a key that replaces a prototype, quoted or not",
      "__proto__: {a: 1}\nb: {'__proto__': 1}\n",
      ["yaml-forbidden-key 1:1 reserved", "yaml-forbidden-key 2:5 reserved"],
    ],
    ["a leading zero", "account: 012345678901\n", ["yaml-number-refused 1:10 leading-zero"]],
    [
      "an inexact number",
      "a: 12345678901234567890\nb: .inf\n",
      ["yaml-number-refused 1:4 not-exact", "yaml-number-refused 2:4 not-exact"],
    ],
    ["deep nesting", `a: ${"[".repeat(200)}${"]".repeat(200)}\n`, ["yaml-too-deep 1:67"]],
  ] as const)("refuses %s", ([, text, expected]) => {
    expect(problems(text)).toEqual(expected);
  });

  it("refuses exponential aliases quickly", () => {
    const levels = Array.from({ length: 30 }, (_, level) =>
      level === 0 ? "l0: &l0 [x, x]" : `l${level}: &l${level} [*l${level - 1}, *l${level - 1}]`,
    );
    expect(problems(levels.join("\n"))).toEqual([expect.stringContaining("yaml-alias-limit")]);
  });

  it("resolves a few aliases, and reads words as YAML 1.2 does", () => {
    const { value, diagnostics } = parseEstateYaml(
      "a: &x {on: no}\nb: *x\nc:\nd: 0o17\ne: 1_000\n",
      file,
    );
    expect(diagnostics).toEqual([]);
    expect(value).toEqual({ a: { on: "no" }, b: { on: "no" }, c: null, d: 15, e: "1_000" });
  });

  it("keeps the place of each value and key, or that of the key for an implicit null", () => {
    const { value } = parseEstateYaml("# first\nname:\n  - one\n  - two: 2\nempty:\n", file);
    const root = value as { name: [string, object] };
    expect(rootOrigin(root)?.place).toEqual({ file, line: 2, column: 1 });
    expect(originOf(root, "name")).toEqual({
      place: { file, line: 3, column: 3 },
      keyPlace: { file, line: 2, column: 1 },
    });
    expect(originOf(root.name, 1)?.place).toEqual({ file, line: 4, column: 5 });
    expect(originOf(root.name[1], "two")?.place).toEqual({ file, line: 4, column: 10 });
    expect(originOf(root, "empty")?.place).toEqual({ file, line: 5, column: 1 });
  });
});

const key = fc.string().filter((text) => !isForbiddenKey(text) && text !== "<<");
const plainValue = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 4 }, tie("scalar"), tie("list"), tie("map")),
  scalar: fc.oneof(
    fc.string({ unit: "binary" }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc
      .double({ noNaN: true, noDefaultInfinity: true, max: 1e6, min: -1e6 })
      .map((number) => (number === 0 ? 0 : number)),
  ),
  list: fc.array(tie("value"), { maxLength: 4 }),
  map: fc.dictionary(key, tie("value"), { maxKeys: 4, noNullPrototype: true }),
}));

describe("laws of parseEstateYaml", () => {
  it("reads back printed values", () => {
    const printable = fc.dictionary(key, plainValue.value, {
      minKeys: 1,
      maxKeys: 5,
      noNullPrototype: true,
    });
    fc.assert(
      fc.property(printable, (value) => {
        const printed = stringify(value, { aliasDuplicateObjects: false, lineWidth: 0 });
        expect(parseEstateYaml(printed, file)).toEqual({ value, diagnostics: [] });
      }),
    );
  });

  it("never throws on any text", () => {
    const yamlish = fc
      .array(
        fc.constantFrom(
          "a",
          ":",
          " ",
          "\n",
          "- ",
          "[",
          "{",
          "}",
          "]",
          "&x ",
          "*x",
          "!t ",
          "|",
          ">",
          "'",
          '"',
          "#",
          "?",
          "%",
          "---",
          "...",
          "\t",
          "<<",
          "\r",
        ),
      )
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(fc.oneof(yamlish, fc.string({ unit: "binary" })), (text) => {
        for (const { at } of parseEstateYaml(text, file).diagnostics) {
          expect(at.line).toBeGreaterThan(0);
          expect(at.column).toBeGreaterThan(0);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("points every origin to the text of its value", () => {
    fc.assert(
      fc.property(
        fc.dictionary(key, plainValue.value, { minKeys: 1, noNullPrototype: true }),
        (value) => {
          // JSON is YAML, and YAML nodes keep the text of a scalar.
          const text = JSON.stringify(value, undefined, 1);
          expectPlaces(parseEstateYaml(text, file).value, text.split("\n"));
        },
      ),
    );
  });
});

function expectPlaces(value: unknown, lines: readonly string[]): void {
  if (typeof value !== "object" || value === null) return;
  for (const [name, child] of Object.entries(value)) {
    const { place, keyPlace } = originOf(value, name)!;
    if (keyPlace)
      expect(lines[keyPlace.line - 1]!.slice(keyPlace.column - 1)).toMatch(
        JSON.stringify(name).slice(0, 1),
      );
    const start =
      typeof child === "object" && child !== null
        ? JSON.stringify(child).slice(0, 1)
        : JSON.stringify(child);
    expect(lines[place.line - 1]!.slice(place.column - 1).startsWith(start)).toBe(true);
    expectPlaces(child, lines);
  }
}
