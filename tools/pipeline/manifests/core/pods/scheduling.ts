import { checkLabels, checkSelector } from "../../check-identity.ts";
import {
  reportInvalidName,
  checkAllowedStrictly,
  reportInvalid,
  reportMissing,
  requireFields,
  reportViolation,
} from "../../report-invalid.ts";
import { at, isSet, items, textValue, type Cursor } from "../../cursor.ts";
import { labelName, labelValueRule, qualifiedName, subdomainName } from "../../name-rules.ts";
import type { ReportProblem } from "../../manifest-problem.ts";
import { checkAtLeast, checkBetween } from "../numbers.ts";

/** Checks the placement of pods: tolerations, affinities and spread constraints. */
export function checkScheduling(spec: Cursor, report: ReportProblem): void {
  checkLabels(at(spec, "nodeSelector"), report);
  for (const toleration of items(at(spec, "tolerations"))) checkToleration(toleration, report);
  for (const spread of items(at(spec, "topologySpreadConstraints"))) checkSpread(spread, report);
  const affinity = at(spec, "affinity");
  checkNodeAffinity(at(affinity, "nodeAffinity"), report);
  checkPodAffinity(at(affinity, "podAffinity"), report);
  checkPodAffinity(at(affinity, "podAntiAffinity"), report);
}

function checkToleration(toleration: Cursor, report: ReportProblem): void {
  const key = at(toleration, "key");
  const operator = at(toleration, "operator");
  const value = textValue(at(toleration, "value"));
  const problem = textValue(key) === undefined ? undefined : qualifiedName(String(key.value));
  if (problem !== undefined) reportInvalidName(report, key, problem);
  if (textValue(key) === undefined && operator.value !== "Exists") {
    reportViolation(report, toleration, "A toleration without a key requires the operator Exists");
  }
  if (operator.value === "Exists" && value !== undefined) {
    reportViolation(report, at(toleration, "value"), "The operator Exists takes no value");
  }
  const wrong = value === undefined ? undefined : labelValueRule(value);
  if (wrong !== undefined) reportInvalid(report, at(toleration, "value"), wrong);
  const seconds = at(toleration, "tolerationSeconds");
  if (isSet(seconds) && at(toleration, "effect").value !== "NoExecute") {
    reportViolation(report, seconds, "tolerationSeconds requires the effect NoExecute");
  }
}

function checkSpread(spread: Cursor, report: ReportProblem): void {
  const skew = at(spread, "maxSkew");
  checkAtLeast(report, skew, 1);
  // Without a selector it counts no pods; the server only warns.
  requireFields(report, spread, ["topologyKey", "whenUnsatisfiable", "labelSelector"]);
  const domains = at(spread, "minDomains");
  checkAtLeast(report, domains, 1);
  if (isSet(domains) && at(spread, "whenUnsatisfiable").value !== "DoNotSchedule") {
    reportViolation(report, domains, "minDomains requires whenUnsatisfiable: DoNotSchedule");
  }
  checkSelector(at(spread, "labelSelector"), report);
}

function checkTopologyKey(term: Cursor, report: ReportProblem): void {
  const key = at(term, "topologyKey");
  const text = textValue(key);
  if (text === undefined) return reportMissing(report, term, "topologyKey");
  const problem = qualifiedName(text);
  if (problem !== undefined) reportInvalidName(report, key, problem);
}

const required = "requiredDuringSchedulingIgnoredDuringExecution";
const preferred = "preferredDuringSchedulingIgnoredDuringExecution";

function checkPodAffinity(affinity: Cursor, report: ReportProblem): void {
  for (const term of items(at(affinity, required))) checkPodTerm(term, report);
  for (const weighted of items(at(affinity, preferred))) {
    checkBetween(report, at(weighted, "weight"), [1, 100]);
    checkPodTerm(at(weighted, "podAffinityTerm"), report);
  }
}

function checkPodTerm(term: Cursor, report: ReportProblem): void {
  if (!isSet(term)) return;
  checkTopologyKey(term, report);
  // Without a selector it matches no pods; the server only warns.
  requireFields(report, term, ["labelSelector"]);
  checkSelector(at(term, "labelSelector"), report);
  checkSelector(at(term, "namespaceSelector"), report);
  for (const namespace of items(at(term, "namespaces"))) {
    const problem = labelName(textValue(namespace) ?? "");
    if (problem !== undefined) reportInvalidName(report, namespace, problem);
  }
}

function checkNodeAffinity(affinity: Cursor, report: ReportProblem): void {
  const terms = at(affinity, required, "nodeSelectorTerms");
  if (isSet(at(affinity, required)) && items(terms).length === 0) {
    reportMissing(report, at(affinity, required), "nodeSelectorTerms");
  }
  for (const term of items(terms)) checkNodeTerm(term, report);
  for (const weighted of items(at(affinity, preferred))) {
    checkBetween(report, at(weighted, "weight"), [1, 100]);
    checkNodeTerm(at(weighted, "preference"), report);
  }
}

function checkNodeTerm(term: Cursor, report: ReportProblem): void {
  for (const expression of items(at(term, "matchExpressions"))) {
    const operator = at(expression, "operator");
    const values = items(at(expression, "values"));
    checkAllowedStrictly(report, operator, ["In", "NotIn", "Exists", "DoesNotExist", "Gt", "Lt"]);
    for (const value of values) {
      const wrong = labelValueRule(textValue(value) ?? "");
      if (wrong !== undefined) reportInvalid(report, value, wrong);
    }
    const name = textValue(operator) ?? "";
    if (/^(In|NotIn)$/.test(name) && values.length === 0) {
      reportViolation(report, expression, `The operator ${name} requires values`);
    } else if (name.endsWith("Exist") && values.length > 0) {
      reportViolation(report, at(expression, "values"), `The operator ${name} takes no values`);
    } else if (
      /^[GL]t$/.test(name) &&
      (values.length !== 1 || Number.isNaN(Number(values[0]?.value)))
    ) {
      reportViolation(report, expression, `The operator ${name} requires exactly one number`);
    }
    const key = at(expression, "key");
    const problem = qualifiedName(textValue(key) ?? "");
    if (problem !== undefined) reportInvalidName(report, key, problem);
  }
  for (const field of items(at(term, "matchFields"))) checkNodeField(field, report);
}

function checkNodeField(field: Cursor, report: ReportProblem): void {
  checkAllowedStrictly(report, at(field, "key"), ["metadata.name"]);
  checkAllowedStrictly(report, at(field, "operator"), ["In", "NotIn"]);
  const values = items(at(field, "values"));
  if (values.length !== 1) reportViolation(report, field, "Exactly one value is required");
  for (const value of values) {
    const problem = subdomainName(textValue(value) ?? "");
    if (problem !== undefined) reportInvalidName(report, value, problem);
  }
}
