import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseAllDocuments } from "yaml";
import { silentLines } from "./silent-lines.ts";

const silent = (text: string) => [...silentLines(Buffer.from(text))];

describe("silentLines", () => {
  it.each([
    ["# a\n\nb: 1 # c\n  # d\n", [0, 1, 3]],
    ["a: |\n  x\n\n  # content\n# comment\nb: 1\n", [4]],
    ["a: |+\n  x\n\n\nb: 1\n", []],
    ['a: "x\n\n  # content\n  y"\n# comment', [4]],
    ["a: x\n\n  y\n", []],
    ["", []],
    ["# only", [0]],
  ])("finds the comments and blank lines of %j", (text, lines) => {
    expect(silent(text)).toEqual(lines);
  });

  it.each([
    ["invalid YAML", "a: [\n# x\n"],
    ["a duplicate key", "a: 1\n# x\na: 2\n"],
    ["a carriage return in a line", "a: 1\n# x\rb: 2\n"],
    ["a line separator", "a: 1\n# x\u2028b: 2\n"],
    ["a NUL", "a: 1\n# x\0\n"],
    ["endless nesting", `${"[".repeat(20_000)}\n# x\n`],
  ])("finds none in a text with %s", (_, text) => {
    expect(silent(text)).toEqual([]);
  });

  it("finds none in bytes that are no UTF-8", () => {
    expect(silentLines(Buffer.from("# \xe9\n", "latin1")).size).toBe(0);
  });

  it("finds only lines that mean nothing", () => {
    const parts = [
      "a: 1",
      "b: |",
      "c: >-",
      "d:",
      "- e",
      "  f",
      "  # g",
      "# h",
      "",
      "  ",
      " i: 'j",
      "k'",
    ];
    const more = [
      "---",
      "...",
      "l: |+",
      "  - m",
      '"n',
      'o"',
      "p: {",
      "}",
      "? q",
      ": r",
      "s: &t",
      "u: *t",
      "\t",
      "# v\r",
    ];
    const text = fc.array(fc.constantFrom(...parts, ...more), { maxLength: 9 });
    let compared = 0;
    fc.assert(
      fc.property(text, (lines) => {
        const found = silentLines(Buffer.from(`${lines.join("\n")}\n`));
        const rest = lines.filter((_, index) => !found.has(index));
        if (found.size > 0) compared += 1;
        expect(values(rest)).toEqual(values(lines));
      }),
      { numRuns: 3000 },
    );
    expect(compared).toBeGreaterThan(100);
  });
});

/** The parsed documents; the lines themselves where they are no valid YAML. */
function values(lines: readonly string[]): unknown {
  const documents = parseAllDocuments(lines.map((line) => `${line}\n`).join(""));
  const isValid = Array.isArray(documents) && documents.every(({ errors }) => errors.length === 0);
  try {
    return isValid
      ? documents.map((document): unknown => document.toJS() ?? undefined).filter(Boolean)
      : lines;
  } catch {
    return "an alias without an anchor";
  }
}
