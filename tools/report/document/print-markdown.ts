import type { FittedSection } from "./fit-sections.ts";
import { markdownCode, markdownElementText, markdownText, safeLine } from "./markdown-text.ts";
import type { Hunk, Inline, Node } from "./node.ts";

/** Nodes as GitHub's Markdown. Whatever their texts hold, they stay text: no markup, mention, link or end of a fence. */
export function printMarkdown(nodes: readonly Node[]): string {
  return nodes.map(printNode).join("\n\n");
}

/** A section in the length that was chosen for it, below its title. */
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
      return `<details><summary>${printSummary(node.summary)}</summary>\n\n${printMarkdown(node.body)}\n\n</details>`;
    case "diff":
      return fenced("diff", diffText(node.hunks));
    case "mermaid":
      return fenced("mermaid", node.source);
  }
}

/** Text inside a line; line ends become spaces. */
function printInline(text: readonly Inline[]): string {
  return text
    .map((part) => {
      if (typeof part === "string") return markdownText(part);
      return "code" in part ? markdownCode(part.code) : `**${markdownText(part.strong)}**`;
    })
    .join("");
}

/** Inside an HTML element GitHub reads no Markdown, so code and strength are elements too. */
function printSummary(text: readonly Inline[]): string {
  return text
    .map((part) => {
      if (typeof part === "string") return markdownElementText(part);
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

/** A block of code whose fence no line of it can close. */
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
