import {
  badName,
  exactlyOneOf,
  invalid,
  missing,
  need,
  oneOf,
  oneOfIfSet,
  refused,
} from "../complain.ts";
import { at, isSet, items, numberOf, textOf, type Cursor } from "../cursor.ts";
import { labelName, qualifiedName, segmentName } from "../names.ts";
import type { Report } from "../problem.ts";
import { atLeast, between, quantityOf } from "./numbers.ts";

/** Checks a HorizontalPodAutoscaler: its bounds, its metrics and its scaling speed. */
export function checkAutoscaler(object: Cursor, report: Report): void {
  const spec = at(object, "spec");
  if (!isSet(spec)) return missing(report, object, "spec");
  const least = at(spec, "minReplicas");
  const most = at(spec, "maxReplicas");
  const metrics = items(at(spec, "metrics"));
  // Zero needs a feature gate that is off by default.
  atLeast(report, least, 1);
  atLeast(report, most, 1);
  if ((numberOf(most) ?? Infinity) < (numberOf(least) ?? 1)) {
    invalid(report, most, `it is less than minReplicas, ${numberOf(least) ?? 1}`);
  }
  const reference = at(spec, "scaleTargetRef");
  if (isSet(reference)) checkReference(reference, report);
  for (const metric of metrics) checkMetric(metric, report);
  checkSpeed(at(spec, "behavior", "scaleUp"), report);
  checkSpeed(at(spec, "behavior", "scaleDown"), report);
}

function checkReference(reference: Cursor, report: Report): void {
  checkNamed(reference, report);
  const version = at(reference, "apiVersion");
  // Every scalable kind has a group, except ReplicationController.
  if (textOf(at(reference, "kind")) === "ReplicationController") return;
  if (!textOf(version)?.includes("/")) {
    invalid(
      report,
      isSet(version) ? version : { ...version, value: "nothing" },
      "a group and version such as apps/v1 is wanted",
    );
  }
}

function checkNamed(reference: Cursor, report: Report): void {
  need(report, reference, ["kind", "name"]);
  for (const field of ["kind", "name"]) {
    const cursor = at(reference, field);
    const problem = segmentName(textOf(cursor) ?? "");
    if (problem !== undefined) badName(report, cursor, problem);
  }
}

const sourceFields: ReadonlyMap<string, string> = new Map([
  ["Resource", "resource"],
  ["ContainerResource", "containerResource"],
  ["Pods", "pods"],
  ["Object", "object"],
  ["External", "external"],
]);

function checkMetric(metric: Cursor, report: Report): void {
  need(report, metric, ["type"]);
  const type = at(metric, "type");
  exactlyOneOf(report, type, [...sourceFields.keys()]);
  const field = sourceFields.get(textOf(type) ?? "");
  if (field === undefined) return;
  const source = at(metric, field);
  if (!isSet(source)) missing(report, metric, field);
  else checkTarget(at(source, "target"), { field, source, report });
  for (const other of sourceFields.values()) {
    if (other !== field && isSet(at(metric, other))) {
      refused(report, at(metric, other), `A metric of this type has ${field} only`);
    }
  }
}

function checkTarget(
  target: Cursor,
  { field, source, report }: { field: string; source: Cursor; report: Report },
): void {
  if (!isSet(target)) return;
  need(report, target, ["type"]);
  oneOf(report, at(target, "type"), ["Utilization", "Value", "AverageValue"]);
  if (isSet(at(source, "metric"))) need(report, at(source, "metric"), ["name"]);
  const metricName = at(source, "metric", "name");
  const problem = segmentName(textOf(metricName) ?? "");
  if (problem !== undefined) badName(report, metricName, problem);
  const resource = field === "resource" || field === "containerResource";
  if (resource) checkResource(source, report);
  if (isSet(at(source, "describedObject"))) checkNamed(at(source, "describedObject"), report);
  const ways = resource
    ? ["averageUtilization", "averageValue"]
    : field === "pods"
      ? ["averageValue"]
      : ["value", "averageValue"];
  const given = ways.filter((way) => isSet(at(target, way)));
  if (given.length === 0) missing(report, target, ways.join("` or `"));
  if (given.length === 2 && field !== "object") {
    refused(report, at(target, given[1] ?? ""), `${ways.join(" and ")} exclude each other`);
  }
  atLeast(report, at(target, "averageUtilization"), 1);
  for (const way of ["value", "averageValue"]) {
    if ((quantityOf(at(target, way)) ?? 1) <= 0) {
      invalid(report, at(target, way), "it must be more than 0");
    }
  }
}

function checkResource(source: Cursor, report: Report): void {
  const name = at(source, "name");
  if (textOf(name) === undefined) missing(report, source, "name");
  const container = at(source, "container");
  if (!isSet(container)) return;
  const wrong = textOf(name) === undefined ? undefined : qualifiedName(String(name.value));
  if (wrong !== undefined) badName(report, name, wrong);
  const problem = labelName(String(container.value));
  if (problem !== undefined) badName(report, container, problem);
}

function checkSpeed(rules: Cursor, report: Report): void {
  if (!isSet(rules)) return;
  between(report, at(rules, "stabilizationWindowSeconds"), [0, 3600]);
  const policies = at(rules, "policies");
  // The server sets defaults for an absent list, but not for an empty one.
  if (Array.isArray(policies.value) && policies.value.length === 0) {
    refused(report, policies, "At least one policy is needed");
  }
  oneOfIfSet(report, at(rules, "selectPolicy"), ["Max", "Min", "Disabled"]);
  const tolerance = at(rules, "tolerance");
  if ((quantityOf(tolerance) ?? 0) < 0) invalid(report, tolerance, "it must not be negative");
  for (const policy of items(policies)) {
    need(report, policy, ["type", "value", "periodSeconds"]);
    exactlyOneOf(report, at(policy, "type"), ["Pods", "Percent"]);
    atLeast(report, at(policy, "value"), 1);
    between(report, at(policy, "periodSeconds"), [1, 1800]);
  }
}
