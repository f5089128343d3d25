import { alignLists, printManifest, type ObjectChange } from "@altostrata/pipeline";
import { structuredPatch, type StructuredPatch } from "diff";
import type { DiffLine, Hunk } from "../document/node.ts";

/** Lines of context around what changes. */
const context = 3;
/** The most differences to align: the time grows with their square, and nobody reads that many. */
const mostEdits = 2000;

/** The change of an object as a unified diff of its YAML; an added or removed object is shown whole. */
export function hunksOf({ base, head }: Pick<ObjectChange, "base" | "head">): readonly Hunk[] {
  const before = base ? printManifest({ object: aligned(base, head) }) : "";
  const after = head ? printManifest({ object: head }) : "";
  const options = { context, maxEditLength: mostEdits };
  const patch = structuredPatch("", "", before, after, "", "", options);
  return patch === undefined ? [replacement(before, after)] : toHunks(patch.hunks);
}

function toHunks(hunks: StructuredPatch["hunks"]): readonly Hunk[] {
  return hunks.map(({ newStart, lines }) => ({
    line: Math.max(newStart, 1),
    lines: lines.filter((line) => !line.startsWith("\\")).map(toLine),
  }));
}

/** Removes all old lines and adds all new ones. */
function replacement(before: string, after: string): Hunk {
  const linesOf = (text: string, sign: DiffLine["sign"]): DiffLine[] =>
    text === ""
      ? []
      : text
          .trimEnd()
          .split("\n")
          .map((line) => ({ sign, text: line }));
  return { line: 1, lines: [...linesOf(before, "-"), ...linesOf(after, "+")] };
}

function aligned(
  base: NonNullable<ObjectChange["base"]>,
  head: ObjectChange["head"],
): Readonly<Record<string, unknown>> {
  return head ? (alignLists(base, head) as Readonly<Record<string, unknown>>) : base;
}

function toLine(line: string): DiffLine {
  const sign = line.startsWith("+") ? "+" : line.startsWith("-") ? "-" : " ";
  return { sign, text: line.slice(1) };
}
