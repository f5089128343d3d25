import { escapeText } from "./escape-text.ts";
import { plainText } from "./inline.ts";
import type { CodeLine, DiffLine, Inline, Node, ProblemNode, Tone } from "./node.ts";
import { alignTable, type Paint } from "./terminal.ts";

/** Where nodes are printed. */
export interface Screen {
  readonly paint: Paint;
  /** Columns at which paragraphs and list items are wrapped; absent if they are not. */
  readonly width?: number;
}

/** Prints nodes as lines for a terminal, each node followed by an empty line. */
export function printTextNodes(nodes: readonly Node[], screen: Screen): string[] {
  return nodes.flatMap((node) => {
    const lines = printNode(node, screen);
    return lines.length === 0 || lines.at(-1) === "" ? lines : [...lines, ""];
  });
}

function printNode(node: Node, screen: Screen): string[] {
  const { paint, width = Infinity } = screen;
  switch (node.kind) {
    case "paragraph":
      return printParagraph(node, screen);
    case "list":
      return node.items.flatMap((item) => printItem(item, screen));
    case "table":
      return printTable(node, paint);
    case "details":
      return printDetails(node, { paint, width: width - indent.length });
    case "problem":
      return printProblem(node, paint);
    case "diff":
      return node.hunks.flatMap(({ lines, line }) => [
        paint("cyan", `@@ line ${line}`),
        ...lines.map((one) => printDiffLine(one, paint)),
      ]);
    case "code":
      return node.lines.map((line) => printCodeLine(line, paint));
    // The text beside a drawing has the same content.
    case "mermaid":
      return [];
  }
}

const indent = "  ";

const colours = {
  good: "green",
  warning: "yellow",
  bad: "red",
  quiet: "dim",
} as const satisfies Record<Tone, string>;

function printParagraph({ text, tone }: Extract<Node, { kind: "paragraph" }>, screen: Screen) {
  const lines = wrap(text, screen);
  return tone ? lines.map((line) => screen.paint(colours[tone], line)) : lines;
}

function printItem(item: readonly Inline[], { paint, width = Infinity }: Screen): string[] {
  const lines = wrap(item, { paint, width: width - 2 * indent.length });
  return lines.map((line, index) => (index === 0 ? "" : indent) + indent + line);
}

function printDetails(
  { summary, body }: Extract<Node, { kind: "details" }>,
  screen: Screen,
): string[] {
  const lines = printTextNodes(body, screen);
  // A body that is only a drawing prints nothing.
  if (lines.length === 0) return [];
  return [
    printInline(summary, screen.paint),
    ...lines.map((line) => (line === "" ? "" : indent + line)),
  ];
}

function printProblem({ at, code, level, tone, what, facts }: ProblemNode, paint: Paint): string[] {
  const heading = `${paint("bold", escapeText(at))}  ${paint(colours[tone], escapeText(code))}`;
  return [
    `${heading}${level === "" ? "" : ` (${escapeText(level)})`}`,
    indent + escapeText(what),
    ...facts.map(
      ({ label, text }) => `${indent}${paint("dim", `${label}:`)} ${printInline(text, paint)}`,
    ),
  ];
}

function printInline(text: readonly Inline[], paint: Paint): string {
  return text
    .map((part) =>
      typeof part === "object" && "strong" in part
        ? paint("bold", escapeText(part.strong))
        : escapeText(plainText([part])),
    )
    .join("");
}

/** Wraps between words; a wrapped line shows only code in colour. */
function wrap(text: readonly Inline[], { paint, width = Infinity }: Screen): string[] {
  if (width === Infinity) return [printInline(text, paint)];
  const lines: string[] = [];
  for (const word of escapeText(plainText(text)).split(/\s+/)) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.map((line) => line.replaceAll(/`[^`]+`/g, (code) => paint("cyan", code)));
}

function printTable(
  { head, rows, numbersFrom = head.length }: Extract<Node, { kind: "table" }>,
  paint: Paint,
): string[] {
  const texts = rows.map((cells) => cells.map((cell) => escapeText(plainText(cell))));
  const [first = "", ...others] = alignTable(
    [head.map((cell) => cell.toUpperCase()), ...texts],
    numbersFrom,
  );
  const heading = head.every((cell) => cell === "") ? [] : [paint("bold", first)];
  return [
    ...heading,
    ...others.map((line, row) => (isStrong(rows[row]) ? paint("bold", line) : line)),
  ];
}

function isStrong(cells: readonly (readonly Inline[])[] = []): boolean {
  const first = cells[0]?.[0];
  return typeof first === "object" && "strong" in first;
}

function printDiffLine({ sign, text }: DiffLine, paint: Paint): string {
  const line = sign + escapeText(text);
  if (sign === " ") return line;
  return paint(sign === "+" ? "green" : "red", line);
}

function printCodeLine({ text, marked }: CodeLine, paint: Paint): string {
  if (text.trim() === "") return "";
  return paint(marked ? "red" : "dim", escapeText(text));
}
