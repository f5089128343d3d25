import { alignLists, printManifest, type ObjectChange } from "@altostrata/pipeline";
import { structuredPatch } from "diff";
import type { DiffLine, Hunk } from "../document/node.ts";

/** Lines of context around what changes. */
const context = 3;

/** The change of an object as a unified diff of its YAML; an object that comes or goes is shown whole. */
export function hunksOf({ base, head }: Pick<ObjectChange, "base" | "head">): readonly Hunk[] {
  const before = base ? printManifest({ object: aligned(base, head) }) : "";
  const after = head ? printManifest({ object: head }) : "";
  const { hunks } = structuredPatch("", "", before, after, "", "", { context });
  return hunks.map(({ newStart, lines }) => ({
    line: Math.max(newStart, 1),
    lines: lines.filter((line) => !line.startsWith("\\")).map(toLine),
  }));
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
