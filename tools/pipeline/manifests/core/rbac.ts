import { checkSelector } from "../check-identity.ts";
import {
  reportInvalidName,
  checkAllowedStrictly,
  reportMissing,
  checkAllowed,
  reportViolation,
} from "../report-invalid.ts";
import { at, isSet, items, textValue, type Cursor } from "../cursor.ts";
import { segmentName, subdomainName } from "../name-rules.ts";
import type { ReportProblem } from "../manifest-problem.ts";

const group = "rbac.authorization.k8s.io";

/** Checks a Role: rules on resources of its namespace. */
export function checkRole(object: Cursor, report: ReportProblem): void {
  for (const rule of items(at(object, "rules"))) checkRule(rule, { urls: false, report });
}

/** Checks a ClusterRole: like a Role, and non-resource URLs. */
export function checkClusterRole(object: Cursor, report: ReportProblem): void {
  for (const rule of items(at(object, "rules"))) checkRule(rule, { urls: true, report });
  const aggregation = at(object, "aggregationRule");
  if (!isSet(aggregation)) return;
  const selectors = items(at(aggregation, "clusterRoleSelectors"));
  if (selectors.length === 0) reportMissing(report, aggregation, "clusterRoleSelectors");
  for (const selector of selectors) checkSelector(selector, report);
}

function checkRule(rule: Cursor, { urls, report }: { urls: boolean; report: ReportProblem }): void {
  if (items(at(rule, "verbs")).length === 0) reportMissing(report, rule, "verbs");
  const addresses = at(rule, "nonResourceURLs");
  if (items(addresses).length > 0) {
    if (!urls)
      return reportViolation(report, addresses, "Only a ClusterRole can allow nonResourceURLs");
    const resources = ["apiGroups", "resources", "resourceNames"];
    const mixed = resources.find((field) => items(at(rule, field)).length > 0);
    if (mixed)
      reportViolation(
        report,
        at(rule, mixed),
        "A rule must have either resources or nonResourceURLs, not both",
      );
    return;
  }
  for (const field of ["apiGroups", "resources"]) {
    if (items(at(rule, field)).length === 0) reportMissing(report, rule, field);
  }
}

/** Checks a RoleBinding: the kind of its role, and the kinds of its subjects. */
export function checkBinding(object: Cursor, report: ReportProblem): void {
  checkRoleRef(object, ["Role", "ClusterRole"], report);
  for (const subject of items(at(object, "subjects"))) checkSubject(subject, false, report);
}

/** Checks a ClusterRoleBinding: like a RoleBinding, but for cluster roles only. */
export function checkClusterBinding(object: Cursor, report: ReportProblem): void {
  checkRoleRef(object, ["ClusterRole"], report);
  for (const subject of items(at(object, "subjects"))) checkSubject(subject, true, report);
}

function checkRoleRef(object: Cursor, kinds: readonly string[], report: ReportProblem): void {
  const reference = at(object, "roleRef");
  checkAllowed(report, at(reference, "apiGroup"), [group]);
  checkAllowedStrictly(report, at(reference, "kind"), kinds);
  const name = at(reference, "name");
  if (textValue(name) === undefined) return reportMissing(report, reference, "name");
  const problem = segmentName(String(name.value));
  if (problem !== undefined) reportInvalidName(report, name, problem);
}

function checkSubject(subject: Cursor, everywhere: boolean, report: ReportProblem): void {
  const name = at(subject, "name");
  if (textValue(name) === undefined) reportMissing(report, subject, "name");
  const kind = at(subject, "kind");
  checkAllowedStrictly(report, kind, ["ServiceAccount", "User", "Group"]);
  const ofAccount = textValue(kind) === "ServiceAccount";
  checkAllowed(report, at(subject, "apiGroup"), ofAccount ? [] : [group]);
  if (!ofAccount) return;
  const problem = textValue(name) === undefined ? undefined : subdomainName(String(name.value));
  if (problem !== undefined) reportInvalidName(report, name, problem);
  if (everywhere && !isSet(at(subject, "namespace"))) reportMissing(report, subject, "namespace");
}
