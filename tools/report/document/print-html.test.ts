import { describe, expect, it } from "vitest";
import { runSections } from "../run/run-sections.ts";
import { sampleRun } from "../sample-run.ts";
import type { Node } from "./node.ts";
import { printHtml } from "./print-html.ts";

describe("printHtml", () => {
  it("prints the report of a run", () => {
    const sections = Object.values(runSections(sampleRun, { order: "place" }));
    const html = printHtml(sections.flatMap(({ variants }) => variants[0] ?? []));
    expect(html).toContain("<summary><strong>SEC-012</strong> (high) <code>");
    expect(html).toContain("<dt>fix</dt><dd>Run <code>alto images resolve --write</code>.</dd>");
    expect(html).toContain("<p><strong>Refused: 8 problems</strong>, 2 warnings;");
    expect(html).not.toMatch(/\p{Cf}/u);
  });

  it("marks lines of code and escapes hostile texts", () => {
    const text = "</code><script>&`\u202E";
    const nodes: readonly Node[] = [
      { kind: "code", language: text, lines: [{ text, marked: true }] },
      { kind: "paragraph", text: [text, { code: text }, { strong: text }, { message: text }] },
    ];
    const html = printHtml(nodes);
    expect(html).toContain("<mark>&lt;/code&gt;&lt;script&gt;&amp;`\\u202e</mark>");
    expect(html).not.toContain("<script>");
    expect(html.split("</code>")).toHaveLength(3);
  });
});
