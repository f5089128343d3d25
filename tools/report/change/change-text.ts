import type { Comparison } from "@altostrata/pipeline";
import { printTextNodes } from "../document/print-text.ts";
import type { Node, Section } from "../document/node.ts";
import { painter } from "../document/terminal.ts";
import { changeSections } from "./change-sections.ts";
import { changeNode } from "./sections/changes-section.ts";

export interface ChangeTextOptions {
  readonly colour?: boolean;
  /** Shows each change with all its lines instead of its name. */
  readonly full?: boolean;
}

/** Prints a comparison for a terminal. */
export function changeText(
  comparison: Comparison,
  { colour, full }: ChangeTextOptions = {},
): string {
  const paint = painter(colour ?? false);
  const lines = changeSections(comparison).flatMap((section) => {
    const nodes = nodesOf(section, comparison, full ?? false);
    if (nodes.length === 0) return [];
    const heading = section.title === "" ? [] : [paint("bold", section.title.toUpperCase())];
    return [...heading, ...printTextNodes(nodes, { paint })];
  });
  const hint =
    full || comparison.changes.length === 0 ? [] : ["Run alto diff --full to see every line.", ""];
  return [...lines, ...hint].join("\n");
}

function nodesOf(
  { name, variants }: Section,
  { changes }: Comparison,
  full: boolean,
): readonly Node[] {
  if (name !== "changes") return variants[0] ?? [];
  if (full) return changes.map((change) => changeNode(change, Infinity));
  return variants.at(-2) ?? [];
}
