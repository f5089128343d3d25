import { checkLabels, checkSelector } from "../../check-identity.ts";
import { badName, exactlyOneOf, invalid, missing, need, refused } from "../../complain.ts";
import { at, isSet, items, textOf, type Cursor } from "../../cursor.ts";
import { labelName, labelValueRule, qualifiedName, subdomainName } from "../../names.ts";
import type { Report } from "../../problem.ts";
import { atLeast, between } from "../numbers.ts";

/** Checks the placement of pods: tolerations, affinities and spread constraints. */
export function checkScheduling(spec: Cursor, report: Report): void {
  checkLabels(at(spec, "nodeSelector"), report);
  for (const toleration of items(at(spec, "tolerations"))) checkToleration(toleration, report);
  for (const spread of items(at(spec, "topologySpreadConstraints"))) checkSpread(spread, report);
  const affinity = at(spec, "affinity");
  checkNodeAffinity(at(affinity, "nodeAffinity"), report);
  checkPodAffinity(at(affinity, "podAffinity"), report);
  checkPodAffinity(at(affinity, "podAntiAffinity"), report);
}

function checkToleration(toleration: Cursor, report: Report): void {
  const key = at(toleration, "key");
  const operator = at(toleration, "operator");
  const value = textOf(at(toleration, "value"));
  const problem = textOf(key) === undefined ? undefined : qualifiedName(String(key.value));
  if (problem !== undefined) badName(report, key, problem);
  if (textOf(key) === undefined && operator.value !== "Exists") {
    refused(report, toleration, "A toleration without a key needs the operator Exists");
  }
  if (operator.value === "Exists" && value !== undefined) {
    refused(report, at(toleration, "value"), "The operator Exists takes no value");
  }
  const wrong = value === undefined ? undefined : labelValueRule(value);
  if (wrong !== undefined) invalid(report, at(toleration, "value"), wrong);
  const seconds = at(toleration, "tolerationSeconds");
  if (isSet(seconds) && at(toleration, "effect").value !== "NoExecute") {
    refused(report, seconds, "tolerationSeconds goes with the effect NoExecute only");
  }
}

function checkSpread(spread: Cursor, report: Report): void {
  const skew = at(spread, "maxSkew");
  atLeast(report, skew, 1);
  // Without a selector it counts no pods; the server only warns.
  need(report, spread, ["topologyKey", "whenUnsatisfiable", "labelSelector"]);
  const domains = at(spread, "minDomains");
  atLeast(report, domains, 1);
  if (isSet(domains) && at(spread, "whenUnsatisfiable").value !== "DoNotSchedule") {
    refused(report, domains, "minDomains goes with whenUnsatisfiable: DoNotSchedule only");
  }
  checkSelector(at(spread, "labelSelector"), report);
}

function checkTopologyKey(term: Cursor, report: Report): void {
  const key = at(term, "topologyKey");
  const text = textOf(key);
  if (text === undefined) return missing(report, term, "topologyKey");
  const problem = qualifiedName(text);
  if (problem !== undefined) badName(report, key, problem);
}

const required = "requiredDuringSchedulingIgnoredDuringExecution";
const preferred = "preferredDuringSchedulingIgnoredDuringExecution";

function checkPodAffinity(affinity: Cursor, report: Report): void {
  for (const term of items(at(affinity, required))) checkPodTerm(term, report);
  for (const weighted of items(at(affinity, preferred))) {
    between(report, at(weighted, "weight"), [1, 100]);
    checkPodTerm(at(weighted, "podAffinityTerm"), report);
  }
}

function checkPodTerm(term: Cursor, report: Report): void {
  if (!isSet(term)) return;
  checkTopologyKey(term, report);
  // Without a selector it matches no pods; the server only warns.
  need(report, term, ["labelSelector"]);
  checkSelector(at(term, "labelSelector"), report);
  checkSelector(at(term, "namespaceSelector"), report);
  for (const namespace of items(at(term, "namespaces"))) {
    const problem = labelName(textOf(namespace) ?? "");
    if (problem !== undefined) badName(report, namespace, problem);
  }
}

function checkNodeAffinity(affinity: Cursor, report: Report): void {
  const terms = at(affinity, required, "nodeSelectorTerms");
  if (isSet(at(affinity, required)) && items(terms).length === 0) {
    missing(report, at(affinity, required), "nodeSelectorTerms");
  }
  for (const term of items(terms)) checkNodeTerm(term, report);
  for (const weighted of items(at(affinity, preferred))) {
    between(report, at(weighted, "weight"), [1, 100]);
    checkNodeTerm(at(weighted, "preference"), report);
  }
}

function checkNodeTerm(term: Cursor, report: Report): void {
  for (const expression of items(at(term, "matchExpressions"))) {
    const operator = at(expression, "operator");
    const values = items(at(expression, "values"));
    exactlyOneOf(report, operator, ["In", "NotIn", "Exists", "DoesNotExist", "Gt", "Lt"]);
    for (const value of values) {
      const wrong = labelValueRule(textOf(value) ?? "");
      if (wrong !== undefined) invalid(report, value, wrong);
    }
    const name = textOf(operator) ?? "";
    if (/^(In|NotIn)$/.test(name) && values.length === 0) {
      refused(report, expression, `The operator ${name} needs values`);
    } else if (name.endsWith("Exist") && values.length > 0) {
      refused(report, at(expression, "values"), `The operator ${name} takes no values`);
    } else if (
      /^[GL]t$/.test(name) &&
      (values.length !== 1 || Number.isNaN(Number(values[0]?.value)))
    ) {
      refused(report, expression, `The operator ${name} needs one number`);
    }
    const key = at(expression, "key");
    const problem = qualifiedName(textOf(key) ?? "");
    if (problem !== undefined) badName(report, key, problem);
  }
  for (const field of items(at(term, "matchFields"))) checkNodeField(field, report);
}

function checkNodeField(field: Cursor, report: Report): void {
  exactlyOneOf(report, at(field, "key"), ["metadata.name"]);
  exactlyOneOf(report, at(field, "operator"), ["In", "NotIn"]);
  const values = items(at(field, "values"));
  if (values.length !== 1) refused(report, field, "Exactly one value is wanted");
  for (const value of values) {
    const problem = subdomainName(textOf(value) ?? "");
    if (problem !== undefined) badName(report, value, problem);
  }
}
