import type { FittedSection } from "./fit-sections.ts";
import { messageParts, problemLine } from "./inline.ts";
import { markdownCode, markdownElementText, markdownText, safeLine } from "./markdown-text.ts";
import type { Fact, Hunk, Inline, Node } from "./node.ts";

/** Prints nodes as GitHub's Markdown. No text of a node becomes markup, a mention, a link or the end of a fence. */
export function printMarkdown(nodes: readonly Node[]): string {
  return nodes.map(printNode).join("\n\n");
}

/** Prints a section in the length chosen for it, below its title. */
export function printMarkdownSection({ title, nodes }: FittedSection): string {
  const text = printMarkdown(nodes);
  return title === "" ? text : `### ${title}\n\n${text}`;
}

function printNode(node: Node): string {
  switch (node.kind) {
    case "paragraph":
      return printInline(node.text);
    case "list":
      return node.items.map((item) => `- ${printInline(item)}`).join("\n");
    case "table":
      return printTable(node.head, node.rows);
    case "details":
      return printDetails(node.summary, printMarkdown(node.body));
    case "problem":
      return printDetails(problemLine(node), node.facts.map(printFact).join("\n"));
    case "diff":
      return fenced("diff", diffText(node.hunks));
    case "code":
      return fenced(node.language, node.lines.map(({ text }) => safeLine(text)).join("\n"));
    case "mermaid":
      return fenced("mermaid", node.source);
  }
}

function printDetails(summary: readonly Inline[], body: string): string {
  return `<details><summary>${printSummary(summary)}</summary>\n\n${body}\n\n</details>`;
}

function printFact({ label, text }: Fact): string {
  return `- ${label.slice(0, 1).toUpperCase()}${label.slice(1)}: ${printInline(text)}`;
}

/** Prints text inside a line. Line ends become spaces. */
function printInline(text: readonly Inline[]): string {
  return text
    .map((part): string => {
      if (typeof part === "string") return markdownText(part);
      if ("message" in part) return printInline(messageParts(part.message));
      return "code" in part ? markdownCode(part.code) : `**${markdownText(part.strong)}**`;
    })
    .join("");
}

/** Prints code and strong text as elements: GitHub parses no Markdown inside an HTML element. */
function printSummary(text: readonly Inline[]): string {
  return text
    .map((part): string => {
      if (typeof part === "string") return markdownElementText(part);
      if ("message" in part) return printSummary(messageParts(part.message));
      return "code" in part
        ? `<code>${markdownElementText(part.code)}</code>`
        : `<b>${markdownElementText(part.strong)}</b>`;
    })
    .join("");
}

function printTable(
  head: readonly string[],
  rows: readonly (readonly (readonly Inline[])[])[],
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    line(head.map(markdownText)),
    line(head.map(() => "---")),
    ...rows.map((cells) => line(cells.map(printInline))),
  ].join("\n");
}

/** Prints a block of code with a fence longer than any inside it. */
function fenced(language: string, text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(Math.max(4, longest + 1));
  return `${fence}${language}\n${text}\n${fence}`;
}

function diffText(hunks: readonly Hunk[]): string {
  return hunks
    .map(({ lines }) => lines.map(({ sign, text }) => sign + safeLine(text)).join("\n"))
    .join("\n@@\n");
}
