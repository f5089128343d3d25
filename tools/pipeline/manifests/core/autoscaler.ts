import { invalid, missing, refused } from "../complain.ts";
import { at, isSet, items, numberOf, textOf, type Cursor } from "../cursor.ts";
import type { Report } from "../problem.ts";
import { atLeast, between, quantityOf } from "./numbers.ts";

/** A HorizontalPodAutoscaler: its bounds, its metrics and how fast it moves. */
export function checkAutoscaler(object: Cursor, report: Report): void {
  const spec = at(object, "spec");
  const least = at(spec, "minReplicas");
  const most = at(spec, "maxReplicas");
  const metrics = items(at(spec, "metrics"));
  const toZero = metrics.some((metric) =>
    /^(Object|External)$/.test(textOf(at(metric, "type")) ?? ""),
  );
  atLeast(report, least, toZero ? 0 : 1);
  atLeast(report, most, 1);
  if ((numberOf(most) ?? Infinity) < (numberOf(least) ?? 1)) {
    invalid(report, most, `it is less than minReplicas, ${numberOf(least) ?? 1}`);
  }
  const reference = at(spec, "scaleTargetRef");
  for (const field of ["kind", "name"]) {
    if (isSet(reference) && textOf(at(reference, field)) === undefined) {
      missing(report, reference, field);
    }
  }
  for (const metric of metrics) checkMetric(metric, report);
  checkSpeed(at(spec, "behavior", "scaleUp"), report);
  checkSpeed(at(spec, "behavior", "scaleDown"), report);
}

const sourceFields: Readonly<Record<string, string>> = {
  Resource: "resource",
  ContainerResource: "containerResource",
  Pods: "pods",
  Object: "object",
  External: "external",
};

function checkMetric(metric: Cursor, report: Report): void {
  const field = sourceFields[textOf(at(metric, "type")) ?? ""];
  if (field === undefined) return;
  const source = at(metric, field);
  if (!isSet(source)) missing(report, metric, field);
  else checkTarget(at(source, "target"), { field, source, report });
  for (const other of Object.values(sourceFields)) {
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
  if (textOf(at(target, "type")) === undefined) missing(report, target, "type");
  const resource = field === "resource" || field === "containerResource";
  if (resource && textOf(at(source, "name")) === undefined) missing(report, source, "name");
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

function checkSpeed(rules: Cursor, report: Report): void {
  if (!isSet(rules)) return;
  between(report, at(rules, "stabilizationWindowSeconds"), [0, 3600]);
  const policies = at(rules, "policies");
  // An absent list has the server's defaults, an empty one has none.
  if (Array.isArray(policies.value) && policies.value.length === 0) {
    refused(report, policies, "At least one policy is needed");
  }
  for (const policy of items(policies)) {
    atLeast(report, at(policy, "value"), 1);
    between(report, at(policy, "periodSeconds"), [1, 1800]);
  }
}
