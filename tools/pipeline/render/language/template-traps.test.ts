import { describe, expect, it } from "vitest";
import { renderFiles } from "../testing/render-files.ts";

/** Returns the diagnostics of a template whose third line is `line`. */
function problemsOf(line: string, values: Record<string, unknown> = {}) {
  const text = `apiVersion: v1\nkind: ConfigMap\n${line}\nmetadata: { name: one }\n`;
  const { diagnostics } = renderFiles({ templates: { "one.yaml": text }, view: { values } });
  return diagnostics.map(({ code, at }) => `${code} ${at.line}:${at.column}`);
}

describe("constructs that could not be traced", () => {
  it.each([
    ["a partial", "a: {{> other}}", 4],
    ["a block partial", "a: {{#> other}}x{{/other}}", 4],
    ["a decorator", "a: {{* inline}}", 4],
    ["an inline partial", 'a: {{#*inline "x"}}y{{/inline}}', 4],
    ["a block parameter", "a: {{#each values as |one|}}{{one}}{{/each}}", 4],
    ["a block parameter of an empty block", "a: {{#each values as |one|}}{{/each}}", 4],
    ["three braces", "a: {{{values}}}", 4],
    ["an unescaped expression", "a: {{& values}}", 4],
    ["a raw block", "a: {{{{raw}}}} {{x}} {{{{/raw}}}}", 4],
    ["a raw block named like a known one", "a: {{{{if x}}}} {{x}} {{{{/if}}}}", 4],
    ["a block of another name", "a: {{#values}}x{{/values}}", 4],
    ["a named argument", 'a: {{lookup values "a" b=1}}', 4],
    ["undefined", "a: {{concat undefined}}", 13],
    ["data of the library", "a: {{@level}}", 6],
  ])("refuses %s", (_, line, column) => {
    expect(problemsOf(line)).toEqual([`template-construct-refused 3:${column}`]);
  });

  it("refuses the library's own log and helperMissing like any unknown helper", () => {
    expect(problemsOf('a: {{log "x"}}')).toEqual(["template-helper-unknown 3:6"]);
    expect(problemsOf('a: {{helperMissing "x"}}')).toEqual(["template-helper-unknown 3:6"]);
    expect(problemsOf('a: {{constructor "x"}}')).toEqual(["template-helper-unknown 3:6"]);
  });

  it("refuses the characters that placeholders are made of", () => {
    expect(problemsOf("a: \uE0000\uE001")).toEqual(["template-construct-refused 3:4"]);
  });
});

describe("syntax", () => {
  it.each([
    ["a block without end", "a: {{#if values}}x", "template-syntax 3:4"],
    ["the end of another block", "a: {{#if values}}x{{/each}}", "template-syntax 3:7"],
    ["an empty expression", "a: {{ }}", "template-syntax 3:4"],
    ["an expression without end", "a: {{values", "template-syntax 3:4"],
  ])("reports %s", (_, line, expected) => {
    expect(problemsOf(line)).toEqual([expected]);
  });

  it("reports wrong numbers and kinds of arguments", () => {
    expect(problemsOf('a: {{eq "x"}}')).toEqual(["template-helper-arguments 3:6"]);
    expect(problemsOf("a: {{lower values}}")).toEqual(["template-helper-arguments 3:6"]);
    expect(problemsOf("a: {{lookup values values}}")).toEqual(["template-helper-arguments 3:6"]);
  });
});

describe("YAML that hides what is there", () => {
  it.each([
    ["an anchor", "a: &x 1", "template-output-tag-refused 3:7"],
    ["an alias", "a: &x 1\nb: *x", "template-output-tag-refused 3:7"],
    ["a tag", "a: !!str 1", "template-output-tag-refused 3:10"],
    ["a merge key", "a: { <<: { b: 1 } }", "template-output-tag-refused 3:6"],
    ["a key that is no text", "a: { 1: x }", "template-key-invalid 3:6"],
    ["a key that is a map", "a: { { b: 1 }: x }", "template-key-invalid 3:6"],
    ["the key __proto__", "a: { __proto__: 1 }", "template-key-invalid 3:6"],
    ["a key twice", "a: { b: 1, b: 2 }", "template-output-duplicate-key 3:12"],
    ["a number that cannot be kept", "a: 12345678901234567890", "template-output-syntax 3:4"],
    ["no number", "a: .nan", "template-output-syntax 3:4"],
  ])("refuses %s", (_, line, first) => {
    expect(problemsOf(line)[0]).toBe(first);
  });

  it("survives nesting without end", () => {
    expect(problemsOf(`a: ${"[".repeat(200_000)}`)).toEqual([
      expect.stringMatching(/^template-output-syntax 3:/),
    ]);
  });
});

describe("conditions", () => {
  const values = { zero: 0, empty: "", list: [], map: {}, no: false, nothing: null, some: "x" };
  const chosen = (condition: string): unknown => {
    const text = `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: one }\ndata: {{#if ${condition}}}yes-{{else}}no-{{/if}}\n`;
    const { manifests, diagnostics } = renderFiles({
      templates: { "one.yaml": text },
      view: { values },
    });
    return diagnostics[0]?.code ?? manifests[0]?.object["data"];
  };

  it.each([
    ["values.some", "yes-"],
    ["values.zero", "no-"],
    ["values.empty", "no-"],
    ["values.list", "no-"],
    ["values.map", "no-"],
    ["values.no", "no-"],
    ["values.nothing", "no-"],
    ["values.absent", "no-"],
    ["(not values.absent)", "yes-"],
    ["(or values.absent values.some)", "yes-"],
    ["(and values.absent (eq values.absent 1))", "no-"],
    ['(lookup values "absent")', "no-"],
    ["(default values.absent true)", "yes-"],
    ["(eq values.zero 0)", "yes-"],
    ["(ne values.some 'x')", "no-"],
    ["(gt 2 1)", "yes-"],
    ["(lt 2 1)", "no-"],
    // Only the last part may be absent; a typo before it would go unnoticed.
    ["values.absent.deeper", "template-value-missing"],
    ["vlaues.some", "template-value-missing"],
    ["(eq values.absent 1)", "template-value-missing"],
    ["values.constructor", "no-"],
  ])("takes %s for %s", (condition, expected) => {
    expect(chosen(condition)).toBe(expected);
  });
});

describe("frames", () => {
  const print = (line: string, values: Record<string, unknown>): unknown => {
    const text = `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: one }\ndata: "${line}"\n`;
    const { manifests, diagnostics } = renderFiles({
      templates: { "one.yaml": text },
      view: { values },
    });
    expect(diagnostics).toEqual([]);
    return manifests[0]?.object["data"];
  };
  const nested = {
    rows: [
      { name: "a", cells: [1, 2] },
      { name: "b", cells: [3] },
    ],
  };

  it("follows ../ through loops, and not through conditions", () => {
    expect(
      print(
        "{{#each values.rows}}{{#each cells}}{{#if true}}{{../name}}{{this}}{{/if}}{{/each}}{{/each}}",
        nested,
      ),
    ).toBe("a1a2b3");
    expect(
      print("{{#with values}}{{#each rows}}{{name}}{{../../namespace}};{{/each}}{{/with}}", nested),
    ).toBe("ashop;bshop;");
  });

  it("knows the words of the loop, and those of the loop around it", () => {
    const line =
      "{{#each values.rows}}{{#each cells}}{{@../index}}.{{@index}}{{#unless @last}},{{/unless}}{{/each}};{{/each}}";
    expect(print(line, nested)).toBe("0.0,0.1;1.0;");
    expect(
      print("{{#each values.m}}{{#if @first}}^{{/if}}{{@key}}={{this}}{{/each}}", {
        m: { a: 1, b: 2 },
      }),
    ).toBe("^a=1b=2");
  });

  it("prints the other side of an empty loop, and of a value that is not there", () => {
    expect(print("{{#each values.none}}x{{else}}none{{/each}}", { none: [] })).toBe("none");
    expect(print("{{#with values.none}}x{{else}}none{{/with}}", {})).toBe("none");
    expect(print("{{^if values.none}}none{{/if}}", {})).toBe("none");
  });

  it("reads list elements and lengths, and keys in brackets", () => {
    expect(print("{{values.rows.1.name}}{{values.rows.length}}", nested)).toBe("b2");
    expect(print("{{values.[a b].[c.d]}}", { "a b": { "c.d": "x" } })).toBe("x");
  });

  it("refuses to go through what is no list", () => {
    expect(problemsOf("a: {{#each values.text}}x{{/each}}", { text: "abc" })).toEqual([
      "template-value-not-list 3:4",
    ]);
    expect(problemsOf("a: {{#each values.absent}}x{{/each}}")).toEqual([
      "template-value-missing 3:12",
    ]);
    expect(problemsOf("a: {{@index}}")).toEqual(["template-value-missing 3:6"]);
    expect(problemsOf("a: {{../../x}}")).toEqual(["template-value-missing 3:6"]);
  });

  it("keeps escaped braces as text", () => {
    expect(print(String.raw`\{{ $labels.x }}`, {})).toBe("{{ $labels.x }}");
  });
});
