import { unexpectedAnswer } from "../git-error.ts";
import type { PatchLine } from "./patch-line.ts";

/**
 * The lines of each patch in the output of `git diff-tree -p`. Hunks are read by the lengths in their headers, so content that looks
 * like a header stays content. Lines end at a line feed and nowhere else.
 */
export function parsePatch(output: Buffer): PatchLine[][] {
  const reader = readLines(output);
  const patches: PatchLine[][] = [];
  while (!reader.atEnd()) {
    const line = reader.next();
    if (line.startsWith("diff --git ")) patches.push([]);
    else if (line.startsWith("@@ ")) readHunk(line, reader, patches.at(-1) ?? []);
    else if (!/^(?:index|old mode|new mode|new file|deleted file|---|\+\+\+) /.test(line))
      throw unexpectedAnswer("diff-tree", line);
  }
  return patches;
}

interface LineReader {
  readonly atEnd: () => boolean;
  /** Without its line feed. */
  readonly next: () => string;
  /** The first byte of the next line, as a character. */
  readonly peek: () => string;
}

function readLines(bytes: Buffer): LineReader {
  let offset = 0;
  return {
    atEnd: () => offset >= bytes.length,
    peek: () => bytes.toString("latin1", offset, offset + 1),
    next: () => {
      const end = bytes.indexOf(10, offset);
      if (end === -1) throw unexpectedAnswer("diff-tree", bytes.toString("latin1", offset));
      const line = bytes.toString("latin1", offset, end);
      offset = end + 1;
      return line;
    },
  };
}

function readHunk(header: string, reader: LineReader, lines: PatchLine[]): void {
  const [, base, head] = /^@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@/.exec(header) ?? [];
  const left = { base: Number(base ?? 1), head: Number(head ?? 1) };
  while (left.base > 0 || left.head > 0) {
    const on = sideOf(reader.peek());
    const text = reader.next().slice(1);
    if (on !== "head") left.base -= 1;
    if (on !== "base") left.head -= 1;
    lines.push({ on, text: `${text}${endsHere(reader) ? "" : "\n"}` });
  }
  if (left.base < 0 || left.head < 0) throw unexpectedAnswer("diff-tree", header);
}

function sideOf(mark: string): PatchLine["on"] {
  if (mark === "-") return "base";
  if (mark === "+") return "head";
  // A line feed alone is a blank line under diff.suppressBlankEmpty.
  if (mark === " " || mark === "\n") return "both";
  throw unexpectedAnswer("diff-tree", mark);
}

/** Skips `\ No newline at end of file`, which is about the line before it. */
function endsHere(reader: LineReader): boolean {
  if (reader.peek() !== "\\") return false;
  reader.next();
  return true;
}
