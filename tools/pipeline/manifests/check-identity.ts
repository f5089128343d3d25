import type { Manifest } from "../model/kubernetes/manifest.ts";
import { at, entries, items, pathOf, textValue, type Cursor } from "./cursor.ts";
import { reportInvalidName, reportMissing, reportViolation } from "./report-invalid.ts";
import {
  withMaxLength,
  labelName,
  labelValueRule,
  letterLabelName,
  qualifiedName,
  segmentName,
  subdomainName,
  type NameRule,
} from "./name-rules.ts";
import { formatValue, type ReportProblem } from "./manifest-problem.ts";

/** Whether objects of a kind are namespaced; undefined if the kind is unknown. */
export interface IdentityContext {
  readonly namespaced?: boolean;
  readonly minor: number;
  readonly report: ReportProblem;
}

/** Checks the parts that all kinds share: name, namespace, labels, annotations and owners. */
export function checkIdentity({ id, object }: Manifest, context: IdentityContext): void {
  const { report } = context;
  const metadata = at({ value: object }, "metadata");
  const name = at(metadata, "name");
  if (textValue(name) === undefined) reportMissing(report, metadata, "name");
  else {
    const problem = nameRule(id.group, id.kind, context.minor)(id.name);
    if (problem !== undefined) reportInvalidName(report, name, problem);
  }
  checkNamespace(id.kind, metadata, context);
  checkLabels(at(metadata, "labels"), report);
  checkAnnotations(at(metadata, "annotations"), report);
  for (const owner of items(at(metadata, "ownerReferences"))) {
    for (const field of ["apiVersion", "kind", "name", "uid"]) {
      if (textValue(at(owner, field)) === undefined) reportMissing(report, owner, field);
    }
  }
  for (const finalizer of items(at(metadata, "finalizers"))) {
    const text = textValue(finalizer) ?? "";
    const problem = qualifiedName(text);
    if (problem !== undefined) reportInvalidName(report, finalizer, problem);
    else if (!text.includes("/") && !plainFinalizers.has(text)) {
      reportInvalidName(report, finalizer, "it must have a domain before a `/`");
    }
  }
}

const plainFinalizers: ReadonlySet<string> = new Set([
  "orphan",
  "foregroundDeletion",
  "kubernetes",
]);

function nameRule(group: string, kind: string, minor: number): NameRule {
  if (group === "rbac.authorization.k8s.io") return segmentName;
  if (group === "" && kind === "Namespace") return labelName;
  // Since Kubernetes 1.36 a Service's name may begin with a digit.
  if (group === "" && kind === "Service") return minor >= 36 ? labelName : letterLabelName;
  if (group === "apps" && kind === "StatefulSet") return labelName;
  // Kubernetes appends 11 characters to name the Jobs.
  if (group === "batch" && kind === "CronJob") return withMaxLength(52, subdomainName);
  return subdomainName;
}

function checkNamespace(
  kind: string,
  metadata: Cursor,
  { namespaced, report }: IdentityContext,
): void {
  const namespace = at(metadata, "namespace");
  const name = textValue(namespace);
  if (namespaced === true && name === undefined) {
    report({ code: "manifest-namespace-missing", path: pathOf(metadata), args: { kind } });
  } else if (namespaced === false && name !== undefined) {
    report({ code: "manifest-namespace-not-allowed", path: pathOf(namespace), args: { kind } });
  } else if (name !== undefined) {
    const problem = labelName(name);
    if (problem !== undefined) reportInvalidName(report, namespace, problem);
  }
}

/** Checks keys and values of labels, wherever labels appear. */
export function checkLabels(labels: Cursor, report: ReportProblem): void {
  for (const label of entries(labels)) {
    checkKey(label, report);
    if (typeof label.value !== "string") continue;
    const problem = labelValueRule(label.value);
    if (problem !== undefined) reportInvalidLabel(label, label.value, { problem, report });
  }
}

const mostAnnotationBytes = 256 * 1024;

/** Checks keys and the total size of annotations, wherever annotations appear. */
export function checkAnnotations(annotations: Cursor, report: ReportProblem): void {
  let size = 0;
  for (const annotation of entries(annotations)) {
    const key = { ...annotation, key: annotation.key };
    const problem = qualifiedName(annotation.key.toLowerCase());
    if (problem !== undefined) reportInvalidLabel(key, annotation.key, { problem, report });
    if (typeof annotation.value === "string") {
      size += Buffer.byteLength(annotation.key) + Buffer.byteLength(annotation.value);
    }
  }
  if (size <= mostAnnotationBytes) return;
  const args = { size, most: mostAnnotationBytes };
  report({ code: "manifest-too-large", path: pathOf(annotations), args });
}

function checkKey(label: Cursor & { readonly key: string }, report: ReportProblem): void {
  const problem = qualifiedName(label.key);
  if (problem !== undefined) reportInvalidLabel(label, label.key, { problem, report });
}

function reportInvalidLabel(
  cursor: Cursor,
  found: string,
  { problem, report }: { problem: string; report: ReportProblem },
): void {
  const args = { found: formatValue(found), problem };
  report({ code: "manifest-label-invalid", path: pathOf(cursor), args });
}

const selectorOperators = ["In", "NotIn", "Exists", "DoesNotExist"];

/** Checks a label selector: labels, operators, and that each operator has the values it needs. */
export function checkSelector(selector: Cursor, report: ReportProblem): void {
  checkLabels(at(selector, "matchLabels"), report);
  for (const expression of items(at(selector, "matchExpressions"))) {
    const key = at(expression, "key");
    const problem = typeof key.value === "string" ? qualifiedName(key.value) : undefined;
    if (problem !== undefined) reportInvalidLabel(key, String(key.value), { problem, report });
    checkOperator(expression, report);
  }
}

function checkOperator(expression: Cursor, report: ReportProblem): void {
  const operator = at(expression, "operator");
  const values = items(at(expression, "values"));
  const name = textValue(operator);
  if (name === undefined || !selectorOperators.includes(name)) {
    const args = { found: formatValue(operator.value), allowed: selectorOperators };
    report({ code: "manifest-value-not-allowed", path: pathOf(operator), args });
  } else if (name.endsWith("In") && values.length === 0) {
    reportViolation(report, expression, `The operator ${name} requires values`);
  } else if (!name.endsWith("In") && values.length > 0) {
    reportViolation(report, at(expression, "values"), `The operator ${name} takes no values`);
  }
  for (const value of values) {
    const problem = typeof value.value === "string" ? labelValueRule(value.value) : undefined;
    if (problem !== undefined) reportInvalidLabel(value, String(value.value), { problem, report });
  }
}
