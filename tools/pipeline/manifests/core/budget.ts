import { checkSelector } from "../check-identity.ts";
import { checkAllowedStrictly, reportViolation } from "../report-invalid.ts";
import { at, isSet, type Cursor } from "../cursor.ts";
import type { ReportProblem } from "../manifest-problem.ts";
import { checkCountOrPercent } from "./numbers.ts";

/** Checks a PodDisruptionBudget: one of two limits, and a well-formed selector. */
export function checkBudget(object: Cursor, report: ReportProblem): void {
  const spec = at(object, "spec");
  const available = at(spec, "minAvailable");
  const unavailable = at(spec, "maxUnavailable");
  if (isSet(available) && isSet(unavailable)) {
    reportViolation(report, unavailable, "minAvailable and maxUnavailable are mutually exclusive");
  }
  checkCountOrPercent(report, available, 100);
  checkCountOrPercent(report, unavailable, 100);
  const policy = at(spec, "unhealthyPodEvictionPolicy");
  if (isSet(policy)) checkAllowedStrictly(report, policy, ["IfHealthyBudget", "AlwaysAllow"]);
  checkSelector(at(spec, "selector"), report);
}
