import type { Finding } from "./model/finding.ts";
import type { RunResult } from "./model/run-result.ts";
import { checkPolicy } from "./policy/check-policy.ts";
import type { Policies } from "./policy/load-policies.ts";

/** The findings that other rules give about what a run rendered, waivers applied: nothing is rendered again. */
export function judgeAgain(
  { desiredState, targets, asOf }: RunResult,
  policies: Policies,
): readonly Finding[] {
  return checkPolicy({ policies, desiredState, targets, asOf, partial: true }).findings;
}
