import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { printYaml } from "./print-yaml.ts";

describe("printYaml", () => {
  it.each([
    "on",
    "off",
    "yes",
    "no",
    "y",
    "n",
    "Y",
    "NO",
    "true",
    "False",
    "null",
    "~",
    "",
    " a",
    "a ",
    "1",
    "1_000",
    "0o17",
    "012",
    "0x1F",
    "1:30",
    "190:20:30",
    "2026-07-30",
    "2026-07-30T10:00:00Z",
    "1e3",
    "1.5",
    ".5",
    "+1",
    "-1",
    ".inf",
    "-.inf",
    ".nan",
    "=",
    "<<",
    "- a",
    "a: b",
    "a #b",
    "a:",
    "#a",
    "&a",
    "*a",
    "!a",
    "|",
    ">",
    "%a",
    "@a",
    "`a",
    "{a",
    "[a",
    ",",
    "?",
    "? a",
    "---",
    "...",
    "a\tb",
    "a\u2028b",
    "a\u0085b",
    "\uFEFFa",
    "a\u0000b",
    "inf",
    "nan",
    "10.1.2.3",
  ])("writes the text %j so that readers of YAML 1.1 and 1.2 take it for that text", (text) => {
    const printed = printYaml({ [text]: text, list: [text] });
    for (const version of ["1.1", "1.2"] as const) {
      expect(parse(printed, { version })).toEqual({ [text]: text, list: [text] });
    }
  });

  it.each(["1_000", "0o17", "012", "1:30", "on", "2026-07-30", "0x1F", "1e3", "10.1.2.3", "~"])(
    "quotes %j",
    (text) => {
      expect(printYaml(text)).toBe(`"${text}"\n`);
    },
  );

  it.each([
    "512Mi",
    "500m",
    "30s",
    "RuntimeDefault",
    "apps/v1",
    "registry.example.com/a/b:1.2@sha256:ab",
    "a b, c",
  ])("leaves %j as it is", (text) => {
    expect(printYaml(text)).toBe(`${text}\n`);
  });

  it("writes lines as a block, never folds, and repeats what is shared instead of pointing at it", () => {
    const shared = { a: "x".repeat(300) };
    expect(
      printYaml({
        text: "one\n\n  two\n",
        end: "a\nb",
        list: [shared, shared],
        none: {},
        empty: [],
      }),
    ).toBe(
      `text: |\n  one\n\n    two\nend: |-\n  a\n  b\nlist:\n- a: "${shared.a}"\n- a: "${shared.a}"\nnone: {}\nempty: []\n`,
    );
  });

  it("gives numbers a form that YAML 1.1 takes for numbers", () => {
    for (const number of [0, -1, 1.5, 1e21, 1e-7, 1.5e300, Number.MAX_SAFE_INTEGER]) {
      for (const version of ["1.1", "1.2"] as const)
        expect(parse(printYaml([number]), { version })).toEqual([number]);
    }
  });

  it("writes any value so that readers of both versions get it back", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({
        unit: fc.constantFrom("\n", " ", "\t", "a", ":", "#", "-", "'", '"', "|", "\r", "\u2028"),
      }),
    );
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { depthSize: "small" },
        text,
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie("any")),
        fc.dictionary(
          text.filter((key) => key !== "__proto__"),
          tie("any"),
        ),
      ),
    })).any;
    fc.assert(
      fc.property(value, (any) => {
        const plain: unknown = JSON.parse(JSON.stringify(any));
        const printed = printYaml(plain);
        for (const version of ["1.1", "1.2"] as const)
          expect(parse(printed, { version, maxAliasCount: 0 })).toEqual(plain);
      }),
      { numRuns: 400 },
    );
  });

  it("can hold keys longer than YAML allows in front of a colon", () => {
    const map = {
      ["k".repeat(5000)]: { a: [1], b: "x\ny" },
      ["l".repeat(5000)]: ["x"],
      ["m".repeat(5000)]: "1\n2",
    };
    expect(parse(printYaml(map))).toEqual(map);
  });
});
