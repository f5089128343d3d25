import {
  reportInvalidName,
  checkAllowedStrictly,
  reportInvalid,
  reportMissing,
  requireFields,
  checkAllowed,
  checkAllowedIfSet,
  reportViolation,
} from "../report-invalid.ts";
import { at, isSet, items, numberValue, textValue, type Cursor } from "../cursor.ts";
import { labelName, qualifiedName, segmentName } from "../name-rules.ts";
import type { ReportProblem } from "../manifest-problem.ts";
import { checkAtLeast, checkBetween, quantityOf } from "./numbers.ts";

/** Checks a HorizontalPodAutoscaler: its bounds, its metrics and its scaling speed. */
export function checkAutoscaler(object: Cursor, report: ReportProblem): void {
  const spec = at(object, "spec");
  if (!isSet(spec)) return reportMissing(report, object, "spec");
  const least = at(spec, "minReplicas");
  const most = at(spec, "maxReplicas");
  const metrics = items(at(spec, "metrics"));
  // Zero needs a feature gate that is off by default.
  checkAtLeast(report, least, 1);
  checkAtLeast(report, most, 1);
  if ((numberValue(most) ?? Infinity) < (numberValue(least) ?? 1)) {
    reportInvalid(report, most, `it is less than minReplicas, ${numberValue(least) ?? 1}`);
  }
  const reference = at(spec, "scaleTargetRef");
  if (isSet(reference)) checkReference(reference, report);
  for (const metric of metrics) checkMetric(metric, report);
  checkSpeed(at(spec, "behavior", "scaleUp"), report);
  checkSpeed(at(spec, "behavior", "scaleDown"), report);
}

function checkReference(reference: Cursor, report: ReportProblem): void {
  checkGroupName(reference, report);
  const version = at(reference, "apiVersion");
  // Every scalable kind has a group, except ReplicationController.
  if (textValue(at(reference, "kind")) === "ReplicationController") return;
  if (!textValue(version)?.includes("/")) {
    reportInvalid(
      report,
      isSet(version) ? version : { ...version, value: "nothing" },
      "it must be a group and version such as apps/v1",
    );
  }
}

function checkGroupName(reference: Cursor, report: ReportProblem): void {
  requireFields(report, reference, ["kind", "name"]);
  for (const field of ["kind", "name"]) {
    const cursor = at(reference, field);
    const problem = segmentName(textValue(cursor) ?? "");
    if (problem !== undefined) reportInvalidName(report, cursor, problem);
  }
}

const sourceFields: ReadonlyMap<string, string> = new Map([
  ["Resource", "resource"],
  ["ContainerResource", "containerResource"],
  ["Pods", "pods"],
  ["Object", "object"],
  ["External", "external"],
]);

function checkMetric(metric: Cursor, report: ReportProblem): void {
  requireFields(report, metric, ["type"]);
  const type = at(metric, "type");
  checkAllowedStrictly(report, type, [...sourceFields.keys()]);
  const field = sourceFields.get(textValue(type) ?? "");
  if (field === undefined) return;
  const source = at(metric, field);
  if (!isSet(source)) reportMissing(report, metric, field);
  else checkTarget(at(source, "target"), { field, source, report });
  for (const other of sourceFields.values()) {
    if (other !== field && isSet(at(metric, other))) {
      reportViolation(report, at(metric, other), `A metric of this type may only set ${field}`);
    }
  }
}

function checkTarget(
  target: Cursor,
  { field, source, report }: { field: string; source: Cursor; report: ReportProblem },
): void {
  if (!isSet(target)) return;
  requireFields(report, target, ["type"]);
  checkAllowed(report, at(target, "type"), ["Utilization", "Value", "AverageValue"]);
  if (isSet(at(source, "metric"))) requireFields(report, at(source, "metric"), ["name"]);
  const metricName = at(source, "metric", "name");
  const problem = segmentName(textValue(metricName) ?? "");
  if (problem !== undefined) reportInvalidName(report, metricName, problem);
  const resource = field === "resource" || field === "containerResource";
  if (resource) checkResource(source, report);
  if (isSet(at(source, "describedObject"))) checkGroupName(at(source, "describedObject"), report);
  const ways = resource
    ? ["averageUtilization", "averageValue"]
    : field === "pods"
      ? ["averageValue"]
      : ["value", "averageValue"];
  const given = ways.filter((way) => isSet(at(target, way)));
  if (given.length === 0) reportMissing(report, target, ways.join("` or `"));
  if (given.length === 2 && field !== "object") {
    reportViolation(
      report,
      at(target, given[1] ?? ""),
      `${ways.join(" and ")} are mutually exclusive`,
    );
  }
  checkAtLeast(report, at(target, "averageUtilization"), 1);
  for (const way of ["value", "averageValue"]) {
    if ((quantityOf(at(target, way)) ?? 1) <= 0) {
      reportInvalid(report, at(target, way), "it must be more than 0");
    }
  }
}

function checkResource(source: Cursor, report: ReportProblem): void {
  const name = at(source, "name");
  if (textValue(name) === undefined) reportMissing(report, source, "name");
  const container = at(source, "container");
  if (!isSet(container)) return;
  const wrong = textValue(name) === undefined ? undefined : qualifiedName(String(name.value));
  if (wrong !== undefined) reportInvalidName(report, name, wrong);
  const problem = labelName(String(container.value));
  if (problem !== undefined) reportInvalidName(report, container, problem);
}

function checkSpeed(rules: Cursor, report: ReportProblem): void {
  if (!isSet(rules)) return;
  checkBetween(report, at(rules, "stabilizationWindowSeconds"), [0, 3600]);
  const policies = at(rules, "policies");
  // The server sets defaults for an absent list, but not for an empty one.
  if (Array.isArray(policies.value) && policies.value.length === 0) {
    reportViolation(report, policies, "At least one policy is required");
  }
  checkAllowedIfSet(report, at(rules, "selectPolicy"), ["Max", "Min", "Disabled"]);
  const tolerance = at(rules, "tolerance");
  if ((quantityOf(tolerance) ?? 0) < 0) reportInvalid(report, tolerance, "it must not be negative");
  for (const policy of items(policies)) {
    requireFields(report, policy, ["type", "value", "periodSeconds"]);
    checkAllowedStrictly(report, at(policy, "type"), ["Pods", "Percent"]);
    checkAtLeast(report, at(policy, "value"), 1);
    checkBetween(report, at(policy, "periodSeconds"), [1, 1800]);
  }
}
