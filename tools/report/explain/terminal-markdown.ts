import { escapeText } from "../document/escape-text.ts";
import type { Paint } from "../document/terminal.ts";
import { alignTable } from "../document/terminal.ts";

interface Page {
  readonly paint: Paint;
  /** Columns of the terminal. */
  readonly width: number;
}

/** Markdown of the kind that this repository writes, for a terminal: wrapped paragraphs, aligned tables, code as it is. */
export function terminalMarkdown(markdown: string, page: Page): string {
  const lines = blocksOf(markdown).flatMap((block) => [...printBlock(block, page), ""]);
  return `${lines.join("\n").trimEnd()}\n`;
}

const fence = /^```/;

/** Runs of lines between empty ones; an empty line inside a fence is none. */
function blocksOf(markdown: string): readonly (readonly string[])[] {
  const blocks: string[][] = [];
  let current: string[] = [];
  let fenced = false;
  for (const line of markdown.split("\n")) {
    if (fence.test(line)) fenced = !fenced;
    if (line.trim() !== "" || fenced) current.push(line);
    else if (current.length > 0) {
      blocks.push(current);
      current = [];
    }
  }
  return current.length > 0 ? [...blocks, current] : blocks;
}

function printBlock(block: readonly string[], page: Page): readonly string[] {
  const [first = ""] = block;
  if (fence.test(first)) return printCode(block.slice(1, -1), page);
  if (first.startsWith("|")) return printTable(block, page);
  if (first.startsWith("#")) return [page.paint("bold", escapeText(first.replace(/^#+ /, "")))];
  return itemsOf(block).flatMap((item) => printItem(item, page));
}

/** A line that says in a comment what a reader should look at stands out. */
function printCode(lines: readonly string[], { paint }: Page): readonly string[] {
  return lines.map((line) => {
    const text = `  ${escapeText(line)}`.trimEnd();
    return / # finding/.test(line) ? paint("red", text) : paint("dim", text);
  });
}

function printTable(block: readonly string[], { paint }: Page): readonly string[] {
  const rows = block
    .filter((line) => !/^\|[-|: ]+\|$/.test(line))
    .map((line) =>
      line
        .replace(/^\|\s*|\s*\|$/g, "")
        .split("|")
        .map((cell) => escapeText(cell.trim().replaceAll("`", ""))),
    )
    .filter((cells) => cells.some((cell) => cell !== ""));
  const headless = /^[| ]+$/.test(block[0] ?? "");
  const aligned = alignTable(rows, rows[0]?.length ?? 0);
  return aligned.map((line, index) => {
    if (index === 0 && !headless) return paint("bold", line);
    return line;
  });
}

/** The items of a list, or the one paragraph. */
function itemsOf(block: readonly string[]): readonly string[] {
  const items: string[] = [];
  for (const line of block) {
    if (items.length === 0 || /^\s*([-*]|\d+\.) /.test(line)) items.push(line.trim());
    else items.push(`${items.pop()} ${line.trim()}`);
  }
  return items;
}

function printItem(item: string, { paint, width }: Page): readonly string[] {
  const [marker = ""] = /^([-*]|\d+\.) /.exec(item) ?? [];
  const indent = " ".repeat(marker.length);
  const text = item.slice(marker.length).replaceAll(/\[([^\]]*)\]\(([^)]*)\)/g, "$1 ($2)");
  return wrap(escapeText(text), width - marker.length).map(
    (line, index) => (index === 0 ? marker : indent) + paintInline(line, paint),
  );
}

function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

function paintInline(line: string, paint: Paint): string {
  return line
    .replaceAll(/\*\*([^*]+)\*\*/g, (_, text: string) => paint("bold", text))
    .replaceAll(/`[^`]+`/g, (text) => paint("cyan", text));
}
