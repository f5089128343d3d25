import { escapeText } from "../escape-text.ts";
import type { Paint } from "../paint.ts";
import { alignTable } from "../table.ts";
import { plainText, type DiffLine, type Inline, type Node } from "./node.ts";

/** Nodes as lines for a terminal. */
export function printTextNodes(nodes: readonly Node[], paint: Paint): string[] {
  return nodes.flatMap((node) => printNode(node, paint));
}

function printNode(node: Node, paint: Paint): string[] {
  switch (node.kind) {
    case "paragraph":
      return [printInline(node.text, paint), ""];
    case "list":
      return [...node.items.map((item) => `  ${printInline(item, paint)}`), ""];
    case "table":
      return [...printTable(node.head, node.rows, paint), ""];
    case "details":
      return printDetails(node, paint);
    case "diff":
      return [
        ...node.hunks.flatMap(({ lines, line }) => [
          paint("cyan", `@@ line ${line}`),
          ...lines.map((one) => printDiffLine(one, paint)),
        ]),
        "",
      ];
    // The same is said in words beside each drawing.
    case "mermaid":
      return [];
  }
}

function printDetails(
  { summary, body }: Extract<Node, { kind: "details" }>,
  paint: Paint,
): string[] {
  const lines = printTextNodes(body, paint);
  // A heading over nothing, where the body is a drawing.
  if (lines.length === 0) return [];
  return [printInline(summary, paint), ...lines.map((line) => (line === "" ? "" : `  ${line}`))];
}

function printInline(text: readonly Inline[], paint: Paint): string {
  return text
    .map((part) => {
      if (typeof part === "string") return escapeText(part);
      return "code" in part ? escapeText(part.code) : paint("bold", escapeText(part.strong));
    })
    .join("");
}

function printTable(
  head: readonly string[],
  rows: readonly (readonly (readonly Inline[])[])[],
  paint: Paint,
): string[] {
  const texts = rows.map((cells) => cells.map((cell) => escapeText(plainText(cell))));
  const [first = "", ...others] = alignTable(
    [head.map((cell) => cell.toUpperCase()), ...texts],
    head.length,
  );
  return [paint("bold", first), ...others];
}

function printDiffLine({ sign, text }: DiffLine, paint: Paint): string {
  const line = sign + escapeText(text);
  if (sign === " ") return line;
  return paint(sign === "+" ? "green" : "red", line);
}
