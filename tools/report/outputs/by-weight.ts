import type { RunResult } from "@altostrata/pipeline";
import { groupProblems, type Problem } from "../run/group-problems.ts";

const actions = ["deny", "warn", "inform"] as const;
// A diagnostic has no severity: what cannot be read or applied comes first.
const severities = [undefined, "critical", "high", "medium", "low"] as const;

/** The problems that nobody waived, the heaviest first, so that a reader with a limit loses the lightest. */
export function problemsByWeight({ diagnostics, findings }: RunResult): readonly Problem[] {
  const problems = groupProblems(
    diagnostics,
    findings.filter(({ waiver }) => !waiver),
  );
  return [...problems].sort((left, right) => weight(left) - weight(right));
}

function weight({ action, severity }: Problem): number {
  return actions.indexOf(action) * severities.length + severities.indexOf(severity);
}
