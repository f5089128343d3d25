import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { markdownCode, markdownText } from "./markdown-text.ts";
import { printMarkdown } from "./print-markdown.ts";

describe("printMarkdown", () => {
  it.each([
    ["a mention", "@example/everybody", "@example"],
    ["an issue", "fixes #123", "#123"],
    ["an issue in the other form", "GH-123", "GH-123"],
    ["an address", "see https://evil.example/?x", "https://"],
    ["an address without a scheme", "www.evil.example", "www.evil"],
    ["an element", "<img src=x onerror=alert(1)>", "<img"],
    ["an entity", "&lt;script&gt;", "&lt;s"],
    ["a link", "[click](javascript:x)", "[click]("],
    ["an image", "![x](y)", "![x]("],
    ["a commit", "deadbeefdeadbeef", "deadbee"],
    ["bold", "**x**", "**"],
    ["a bidirectional override", "abc\u202Egnp.exe", "\u202E"],
    ["a control character", "a\u001B[31mb", "\u001B"],
    ["a line end", "a\n# heading", "\n"],
    ["a bar", "a | b", " | "],
  ])("shows %s as text", (_, text, live) => {
    expect(text).toContain(live);
    expect(printMarkdown([{ kind: "paragraph", text: [text] }])).not.toContain(live);
  });

  it("closes a fence only at the end of the diff", () => {
    const lines = ["```", "````", "``````", " ```` text"].map((text) => ({
      sign: " " as const,
      text,
    }));
    const printed = printMarkdown([{ kind: "diff", hunks: [{ line: 1, lines }] }]).split("\n");
    const fence = "`".repeat(7);
    expect(printed[0]).toBe(`${fence}diff`);
    expect(printed.filter((line) => line.trimStart().startsWith(fence))).toHaveLength(2);
    expect(printed.at(-1)).toBe(fence);
  });

  it("keeps table rows and code spans intact", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const table = printMarkdown([
          { kind: "table", head: ["a", "b"], rows: [[[text], [{ code: text }]]] },
        ]);
        const rows = table.split("\n");
        expect(rows).toHaveLength(3);
        expect(rows[2]?.replaceAll(/\\\\/g, "").match(/(?<!\\)\|/g)).toHaveLength(3);
        const code = markdownCode(text);
        const ticks = /^`+/.exec(code)?.[0] ?? "";
        expect(code.slice(ticks.length, -ticks.length)).not.toMatch(
          new RegExp(`(^|[^\`])${ticks}([^\`]|$)`),
        );
        expect(markdownText(text)).not.toMatch(/[<>\n\r]/);
      }),
      { numRuns: 500 },
    );
  });

  it("escapes texts inside HTML elements without backslashes or links", () => {
    const printed = printMarkdown([
      { kind: "details", summary: ["f(x_1) <b> @team", { code: "a*b" }], body: [] },
    ]);
    expect(printed).toContain("<summary>f(x_1) &lt;b&gt; @\u2060team<code>a*b</code></summary>");
  });

  it("cuts long lines", () => {
    const [, line] = printMarkdown([
      { kind: "diff", hunks: [{ line: 1, lines: [{ sign: "+", text: "x".repeat(10_000) }] }] },
    ]).split("\n");
    expect(line?.length).toBeLessThan(510);
  });
});
