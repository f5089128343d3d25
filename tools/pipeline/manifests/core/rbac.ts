import { checkSelector } from "../check-identity.ts";
import { badName, exactlyOneOf, missing, oneOf, refused } from "../complain.ts";
import { at, isSet, items, textOf, type Cursor } from "../cursor.ts";
import { segmentName, subdomainName } from "../names.ts";
import type { Report } from "../problem.ts";

const group = "rbac.authorization.k8s.io";

/** Checks a Role: rules on resources of its namespace. */
export function checkRole(object: Cursor, report: Report): void {
  for (const rule of items(at(object, "rules"))) checkRule(rule, { urls: false, report });
}

/** Checks a ClusterRole: like a Role, and non-resource URLs. */
export function checkClusterRole(object: Cursor, report: Report): void {
  for (const rule of items(at(object, "rules"))) checkRule(rule, { urls: true, report });
  const aggregation = at(object, "aggregationRule");
  if (!isSet(aggregation)) return;
  const selectors = items(at(aggregation, "clusterRoleSelectors"));
  if (selectors.length === 0) missing(report, aggregation, "clusterRoleSelectors");
  for (const selector of selectors) checkSelector(selector, report);
}

function checkRule(rule: Cursor, { urls, report }: { urls: boolean; report: Report }): void {
  if (items(at(rule, "verbs")).length === 0) missing(report, rule, "verbs");
  const addresses = at(rule, "nonResourceURLs");
  if (items(addresses).length > 0) {
    if (!urls) return refused(report, addresses, "Only a ClusterRole can allow nonResourceURLs");
    const resources = ["apiGroups", "resources", "resourceNames"];
    const mixed = resources.find((field) => items(at(rule, field)).length > 0);
    if (mixed) refused(report, at(rule, mixed), "A rule has either resources or nonResourceURLs");
    return;
  }
  for (const field of ["apiGroups", "resources"]) {
    if (items(at(rule, field)).length === 0) missing(report, rule, field);
  }
}

/** Checks a RoleBinding: the kind of its role, and the kinds of its subjects. */
export function checkBinding(object: Cursor, report: Report): void {
  checkRoleRef(object, ["Role", "ClusterRole"], report);
  for (const subject of items(at(object, "subjects"))) checkSubject(subject, false, report);
}

/** Checks a ClusterRoleBinding: like a RoleBinding, but for cluster roles only. */
export function checkClusterBinding(object: Cursor, report: Report): void {
  checkRoleRef(object, ["ClusterRole"], report);
  for (const subject of items(at(object, "subjects"))) checkSubject(subject, true, report);
}

function checkRoleRef(object: Cursor, kinds: readonly string[], report: Report): void {
  const reference = at(object, "roleRef");
  oneOf(report, at(reference, "apiGroup"), [group]);
  exactlyOneOf(report, at(reference, "kind"), kinds);
  const name = at(reference, "name");
  if (textOf(name) === undefined) return missing(report, reference, "name");
  const problem = segmentName(String(name.value));
  if (problem !== undefined) badName(report, name, problem);
}

function checkSubject(subject: Cursor, everywhere: boolean, report: Report): void {
  const name = at(subject, "name");
  if (textOf(name) === undefined) missing(report, subject, "name");
  const kind = at(subject, "kind");
  exactlyOneOf(report, kind, ["ServiceAccount", "User", "Group"]);
  const ofAccount = textOf(kind) === "ServiceAccount";
  oneOf(report, at(subject, "apiGroup"), ofAccount ? [] : [group]);
  if (!ofAccount) return;
  const problem = textOf(name) === undefined ? undefined : subdomainName(String(name.value));
  if (problem !== undefined) badName(report, name, problem);
  if (everywhere && !isSet(at(subject, "namespace"))) missing(report, subject, "namespace");
}
