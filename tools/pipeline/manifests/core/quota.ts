import {
  checkAllowedStrictly,
  reportInvalid,
  reportMissing,
  reportDuplicate,
} from "../report-invalid.ts";
import { at, entries, isSet, items, textValue, type Cursor } from "../cursor.ts";
import { qualifiedName } from "../name-rules.ts";
import { formatValue, type ReportProblem } from "../manifest-problem.ts";
import { amountOf } from "./numbers.ts";

const amounts = ["cpu", "memory", "ephemeral-storage"];
const quotaResources: ReadonlySet<string> = new Set([
  ...amounts,
  ...amounts.flatMap((name) => [`requests.${name}`, `limits.${name}`]),
  "requests.storage",
]);
const counted: ReadonlySet<string> = new Set([
  "pods",
  "services",
  "services.nodeports",
  "services.loadbalancers",
  "replicationcontrollers",
  "resourcequotas",
  "secrets",
  "configmaps",
  "persistentvolumeclaims",
]);

/** Checks a ResourceQuota: known resources, no negative amounts, whole counts. */
export function checkQuota(object: Cursor, report: ReportProblem): void {
  const hard = at(object, "spec", "hard");
  for (const entry of entries(hard)) {
    const { key } = entry;
    const isCount = counted.has(key) || key.startsWith("count/");
    const known = isCount || quotaResources.has(key) || /^(requests\.)?hugepages-/.test(key);
    if (!known && (!key.includes("/") || qualifiedName(key) !== undefined)) {
      reportInvalid(
        report,
        { ...entry, value: key },
        "it is not a resource that a quota can limit",
      );
    }
    const amount = amountOf(entry);
    if (amount === undefined) continue;
    if (amount < 0) reportInvalid(report, entry, "it must not be negative");
    else if (isCount && !Number.isInteger(amount))
      reportInvalid(report, entry, "it must be a whole number");
  }
  checkScopes(at(object, "spec", "scopeSelector"), report);
  for (const name of amounts) {
    const request = at(hard, `requests.${name}`);
    const limit = at(hard, `limits.${name}`);
    // The server only warns about this: pods cannot use the requests above the limit.
    if ((amountOf(request) ?? 0) > (amountOf(limit) ?? Infinity)) {
      reportInvalid(
        report,
        request,
        `it is more than limits.${name}, ${formatValue(limit.value ?? 0)}`,
      );
    }
  }
}

const scopes = [
  "Terminating",
  "NotTerminating",
  "BestEffort",
  "NotBestEffort",
  "PriorityClass",
  "CrossNamespacePodAffinity",
  "VolumeAttributesClass",
];

function checkScopes(selector: Cursor, report: ReportProblem): void {
  for (const expression of items(at(selector, "matchExpressions"))) {
    checkAllowedStrictly(report, at(expression, "scopeName"), scopes);
    const operator = at(expression, "operator");
    checkAllowedStrictly(report, operator, ["In", "NotIn", "Exists", "DoesNotExist"]);
    const needsValues = /^(In|NotIn)$/.test(textValue(operator) ?? "");
    if (needsValues && items(at(expression, "values")).length === 0) {
      reportMissing(report, expression, "values");
    }
  }
}

const limitTypes: ReadonlySet<string> = new Set(["Container", "Pod", "PersistentVolumeClaim"]);

/** Checks a LimitRange: its types, and the order of minimum, default and maximum. */
export function checkLimitRange(object: Cursor, report: ReportProblem): void {
  const seen = new Set<string>();
  for (const limit of items(at(object, "spec", "limits"))) {
    const type = at(limit, "type");
    const name = textValue(type);
    if (name === undefined) {
      reportMissing(report, limit, "type");
    } else {
      if (!limitTypes.has(name) && !name.includes("/")) {
        reportInvalid(report, type, `it must be one of ${[...limitTypes].join(", ")}`);
      }
      if (seen.has(name)) reportDuplicate(report, limit, name);
      seen.add(name);
    }
    checkOrder(limit, report);
    checkResourceNames(limit, name, report);
    checkTypeFields(limit, name, report);
  }
}

function checkTypeFields(limit: Cursor, type: string | undefined, report: ReportProblem): void {
  if (type === "Pod") {
    for (const field of ["default", "defaultRequest"]) {
      if (entries(at(limit, field)).length > 0) {
        reportInvalid(report, at(limit, field), "the type Pod takes no defaults");
      }
    }
  }
  const bounded = isSet(at(limit, "min", "storage")) || isSet(at(limit, "max", "storage"));
  if (type === "PersistentVolumeClaim" && !bounded) reportMissing(report, limit, "max");
}

function checkResourceNames(limit: Cursor, type: string | undefined, report: ReportProblem): void {
  if (type !== "Container" && type !== "Pod") return;
  for (const field of [...order, "maxLimitRequestRatio"]) {
    for (const entry of entries(at(limit, field))) {
      const { key } = entry;
      if (amounts.includes(key) || key.includes("/") || key.startsWith("hugepages-")) continue;
      reportInvalid(report, { ...entry, value: key }, `it is not a resource of the type ${type}`);
    }
  }
}

// Each may be at most the next one.
const order = ["min", "defaultRequest", "default", "max"];

function checkOrder(limit: Cursor, report: ReportProblem): void {
  const names = new Set(order.flatMap((field) => entries(at(limit, field)).map(({ key }) => key)));
  for (const name of names) {
    const given = order
      .map((field) => ({ field, cursor: at(limit, field, name) }))
      .filter(({ cursor }) => amountOf(cursor) !== undefined);
    for (const [index, { cursor }] of given.entries()) {
      const next = given[index + 1];
      if (next && (amountOf(cursor) ?? 0) > (amountOf(next.cursor) ?? 0)) {
        reportInvalid(
          report,
          cursor,
          `it is more than ${next.field}, ${formatValue(next.cursor.value ?? 0)}`,
        );
      }
    }
    const ratio = at(limit, "maxLimitRequestRatio", name);
    if ((amountOf(ratio) ?? 1) < 1) reportInvalid(report, ratio, "it must be at least 1");
    const least = amountOf(at(limit, "min", name));
    const most = amountOf(at(limit, "max", name));
    if (least && most && isSet(ratio) && (amountOf(ratio) ?? 0) > most / least) {
      reportInvalid(report, ratio, "it must not exceed max divided by min");
    }
  }
}
