import type { RunResult } from "@altostrata/pipeline";
import type { Node, ProblemNode } from "../document/node.ts";
import { printTextNodes } from "../document/print-text.ts";
import { painter } from "../document/terminal.ts";
import { runSections } from "./run-sections.ts";

export interface TextOptions {
  /** Colours, for terminals only. */
  readonly colour?: boolean;
  /** Shows informational findings in full instead of counting them. */
  readonly all?: boolean;
  /** How long the run took; for terminals only, since it differs each time. */
  readonly seconds?: number;
}

/** Prints a run as text: a table, each problem with its place, and a verdict as the last line. */
export function reportText(result: RunResult, options: TextOptions = {}): string {
  const { colour = false, all = false, seconds } = options;
  const { targets, problems, waived, skipped, verdict } = runSections(result, {
    order: "place",
    countsInforming: !all,
    ...(seconds === undefined ? {} : { checked: ` in ${seconds.toFixed(1)} s` }),
  });
  const screen = { paint: painter(colour) };
  const table = result.targets.length === 0 ? [] : (targets.variants[0] ?? []);
  const closing = [waived.variants.at(-1), skipped.variants[0], verdict.variants[0]];
  return [
    ...printTextNodes(table, screen),
    ...printTextNodes(withoutRepeatedReasons(problems.variants[0] ?? []), screen),
    ...closing.flatMap((nodes = []) => printTextNodes(nodes, screen)).filter((line) => line !== ""),
    "",
  ].join("\n");
}

/** Drops reasons and remedies that an earlier problem already has: a terminal shows all problems in full. */
export function withoutRepeatedReasons(nodes: readonly Node[]): readonly Node[] {
  const shown = new Set<string>();
  return nodes.map((node) => {
    if (node.kind !== "problem") return node;
    const reasons = JSON.stringify(node.facts.filter(isReason));
    if (shown.has(reasons)) return { ...node, facts: node.facts.filter((fact) => !isReason(fact)) };
    shown.add(reasons);
    return node;
  });
}

function isReason({ label }: ProblemNode["facts"][number]): boolean {
  return label === "why" || label === "fix";
}
