import type { RunResult } from "@altostrata/pipeline";
import { summarise } from "@altostrata/report";

/** 0 for a clean run, 1 for refusals, 2 when the checks could not run: a rule failed, or the estate is empty. */
export function exitCode(result: RunResult): 0 | 1 | 2 {
  const incomplete = result.diagnostics.some(
    ({ code }) => code === "policy-rule-failed" || code === "estate-empty",
  );
  const { clean, refused } = summarise(result);
  // Neither clean nor refused: nothing was rendered, for an unknown reason.
  if (incomplete || (!clean && refused === 0)) return 2;
  return clean ? 0 : 1;
}
