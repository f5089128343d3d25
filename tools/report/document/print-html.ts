import { htmlText } from "./escape-text.ts";
import { messageParts, problemLine } from "./inline.ts";
import type { CodeLine, DiffLine, Fact, Hunk, Inline, Node } from "./node.ts";
import { pairLines } from "./pair-lines.ts";

/** Prints nodes as HTML elements without scripts. Leaves out Mermaid drawings: a page draws its own. */
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
      return printDetails(node.summary, printHtml(node.body));
    case "problem":
      return printDetails(problemLine(node), printFacts(node.facts));
    case "diff":
      return `${printUnified(node.hunks)}${printSideBySide(node.hunks)}`;
    case "code":
      return `<pre><code>${node.lines.map(printCodeLine).join("\n")}</code></pre>`;
    case "mermaid":
      return "";
  }
}

function printDetails(summary: readonly Inline[], body: string): string {
  return `<details><summary>${printInlineHtml(summary)}</summary>${body}</details>`;
}

function printFacts(facts: readonly Fact[]): string {
  const items = facts.map(
    ({ label, text }) => `<dt>${htmlText(label)}</dt><dd>${printInlineHtml(text)}</dd>`,
  );
  return `<dl>${items.join("")}</dl>`;
}

function printCodeLine({ text, marked }: CodeLine): string {
  return marked ? `<mark>${htmlText(text)}</mark>` : htmlText(text);
}

function printInlineHtml(text: readonly Inline[]): string {
  return text
    .map((part): string => {
      if (typeof part === "string") return htmlText(part);
      if ("message" in part) return printInlineHtml(messageParts(part.message));
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

/** Prints the base on the left and the head on the right, changed lines side by side. */
function printSideBySide(hunks: readonly Hunk[]): string {
  const rows = hunks.flatMap((hunk) => [
    `<tr><th colspan="2" scope="colgroup">line ${hunk.line}</th></tr>`,
    ...pairLines(hunk.lines).map(({ left, right }) => `<tr>${cell(left)}${cell(right)}</tr>`),
  ]);
  return `<div class="side scroll" tabindex="0" role="region" aria-label="before and after"><table><thead><tr><th scope="col">before</th><th scope="col">after</th></tr></thead><tbody>${rows.join("\n")}</tbody></table></div>`;
}

function cell(line: DiffLine | undefined): string {
  if (!line) return "<td></td>";
  const label = spoken[line.sign];
  const hidden = label === "" ? "" : `<span class="spoken">${label}</span>`;
  return `<td class="${classes[line.sign]}">${hidden}${htmlText(line.text)}</td>`;
}
