import type { RunResult } from "@altostrata/pipeline";
import { summarise } from "@altostrata/report";

/** 0 when a run is clean, 1 when something is refused, 2 when it could not judge: a rule failed, or there was nothing to look at. */
export function exitCode(result: RunResult): 0 | 1 | 2 {
  const incomplete = result.diagnostics.some(
    ({ code }) => code === "policy-rule-failed" || code === "estate-empty",
  );
  const { clean, refused } = summarise(result);
  // Neither clean nor refused: nothing was rendered, and nobody says why.
  if (incomplete || (!clean && refused === 0)) return 2;
  return clean ? 0 : 1;
}
