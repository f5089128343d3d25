import { printMarkdown } from "@altostrata/report/change";
import type { CheckVerdict } from "../comment/write-check-run.ts";

/** Why a change may not be merged, and hints that block nothing. */
export interface GateResult {
  readonly refusals: readonly string[];
  readonly hints: readonly string[];
}

/** The most lines of each list; the log of the run has all of them. */
const maxListed = 50;

/** The check run of the gate. */
export function gateVerdict({ refusals, hints }: GateResult): CheckVerdict {
  const passed = refusals.length === 0;
  return {
    conclusion: passed ? "success" : "failure",
    title: passed
      ? "Passed"
      : `Refused: ${refusals.length} ${refusals.length === 1 ? "reason" : "reasons"}`,
    summary: [
      ...section("The gate refuses this change:", refusals),
      ...section("Not checked here:", hints),
      ...(passed ? ["The gate has no objection."] : []),
    ].join("\n\n"),
    annotations: [],
  };
}

function section(title: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  const rest = lines.length - maxListed;
  const shown = lines.slice(0, maxListed);
  if (rest > 0) shown.push(`${rest} more in the log of the run`);
  const items = shown.map((line) => [line]);
  return [
    printMarkdown([
      { kind: "paragraph", text: [title] },
      { kind: "list", items },
    ]),
  ];
}
