import { checkSelector } from "../check-identity.ts";
import { exactlyOneOf, refused } from "../complain.ts";
import { at, isSet, type Cursor } from "../cursor.ts";
import type { Report } from "../problem.ts";
import { countOrPercent } from "./numbers.ts";

/** Checks a PodDisruptionBudget: one of two limits, and a well-formed selector. */
export function checkBudget(object: Cursor, report: Report): void {
  const spec = at(object, "spec");
  const available = at(spec, "minAvailable");
  const unavailable = at(spec, "maxUnavailable");
  if (isSet(available) && isSet(unavailable)) {
    refused(report, unavailable, "minAvailable and maxUnavailable exclude each other");
  }
  countOrPercent(report, available, 100);
  countOrPercent(report, unavailable, 100);
  const policy = at(spec, "unhealthyPodEvictionPolicy");
  if (isSet(policy)) exactlyOneOf(report, policy, ["IfHealthyBudget", "AlwaysAllow"]);
  checkSelector(at(spec, "selector"), report);
}
