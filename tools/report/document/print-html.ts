import { htmlText } from "./html-text.ts";
import type { DiffLine, Hunk, Inline, Node } from "./node.ts";
import { pairLines } from "./pair-lines.ts";

/** Nodes as HTML elements without any script. Drawings are not printed here: a page draws them itself. */
export function printHtml(nodes: readonly Node[]): string {
  return nodes.map(printNode).join("\n");
}

function printNode(node: Node): string {
  switch (node.kind) {
    case "paragraph":
      return `<p>${printInlineHtml(node.text)}</p>`;
    case "list":
      return `<ul>${node.items.map((item) => `<li>${printInlineHtml(item)}</li>`).join("")}</ul>`;
    case "table":
      return printTable(node.head, node.rows);
    case "details":
      return `<details><summary>${printInlineHtml(node.summary)}</summary>${printHtml(node.body)}</details>`;
    case "diff":
      return `${printUnified(node.hunks)}${printSideBySide(node.hunks)}`;
    case "mermaid":
      return "";
  }
}

/** Text inside a line as HTML. */
function printInlineHtml(text: readonly Inline[]): string {
  return text
    .map((part) => {
      if (typeof part === "string") return htmlText(part);
      return "code" in part
        ? `<code>${htmlText(part.code)}</code>`
        : `<strong>${htmlText(part.strong)}</strong>`;
    })
    .join("");
}

function printTable(
  head: readonly string[],
  rows: readonly (readonly (readonly Inline[])[])[],
): string {
  const cells = head.map((cell) => `<th scope="col">${htmlText(cell)}</th>`).join("");
  const body = rows.map(
    (row) => `<tr>${row.map((cell) => `<td>${printInlineHtml(cell)}</td>`).join("")}</tr>`,
  );
  return `<div class="scroll" tabindex="0" role="region" aria-label="${htmlText(head.join(", "))}"><table><thead><tr>${cells}</tr></thead><tbody>${body.join("\n")}</tbody></table></div>`;
}

const classes = { "+": "added", "-": "removed", " ": "kept" } as const;
const spoken = { "+": "added: ", "-": "removed: ", " ": "" } as const;

function printUnified(hunks: readonly Hunk[]): string {
  const lines = hunks.flatMap((hunk) => [
    `<span class="place">line ${hunk.line}</span>`,
    ...hunk.lines.map(
      ({ sign, text }) => `<span class="${classes[sign]}">${sign}${htmlText(text)}</span>`,
    ),
  ]);
  return `<pre class="unified" tabindex="0" aria-label="changed lines">${lines.join("")}</pre>`;
}

/** The base to the left, the head to the right, changed lines beside each other. */
function printSideBySide(hunks: readonly Hunk[]): string {
  const rows = hunks.flatMap((hunk) => [
    `<tr><th colspan="2" scope="colgroup">line ${hunk.line}</th></tr>`,
    ...pairLines(hunk.lines).map(({ left, right }) => `<tr>${cell(left)}${cell(right)}</tr>`),
  ]);
  return `<div class="side scroll" tabindex="0" role="region" aria-label="before and after"><table><thead><tr><th scope="col">before</th><th scope="col">after</th></tr></thead><tbody>${rows.join("\n")}</tbody></table></div>`;
}

function cell(line: DiffLine | undefined): string {
  if (!line) return "<td></td>";
  const words = spoken[line.sign];
  const hidden = words === "" ? "" : `<span class="spoken">${words}</span>`;
  return `<td class="${classes[line.sign]}">${hidden}${htmlText(line.text)}</td>`;
}
