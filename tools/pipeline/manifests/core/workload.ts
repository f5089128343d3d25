import { checkLabels, checkSelector } from "../check-identity.ts";
import {
  reportInvalidName,
  reportInvalid,
  reportMissing,
  checkAllowed,
  reportViolation,
} from "../report-invalid.ts";
import { at, entries, isSet, items, pathOf, textValue, type Cursor } from "../cursor.ts";
import { labelName } from "../name-rules.ts";
import type { ReportProblem } from "../manifest-problem.ts";
import { selectorMatches } from "../../model/kubernetes/label-selector.ts";
import { checkCountOrPercent, isZero, checkNotNegative } from "./numbers.ts";
import { checkPodTemplate } from "./pods/pod.ts";
import { checkClaimSpec } from "./storage.ts";

/** Checks a Deployment: its pods, its selector and its update strategy. */
export function checkDeployment(object: Cursor, report: ReportProblem): void {
  const spec = at(object, "spec");
  checkReplicated(spec, report);
  checkNotNegative(report, spec, ["revisionHistoryLimit", "progressDeadlineSeconds"]);
  const strategy = at(spec, "strategy");
  const rolling = at(strategy, "rollingUpdate");
  if (textValue(at(strategy, "type")) === "Recreate" && isSet(rolling)) {
    reportViolation(report, rolling, "The strategy Recreate takes no rollingUpdate");
  }
  checkRolling(rolling, { unavailableDefault: "25%", surgeDefault: "25%", report });
}

/** Checks a ReplicaSet. */
export function checkReplicaSet(object: Cursor, report: ReportProblem): void {
  checkReplicated(at(object, "spec"), report);
}

/** Checks a StatefulSet: like a Deployment, with claim templates. */
export function checkStatefulSet(object: Cursor, report: ReportProblem): void {
  const spec = at(object, "spec");
  const templates = items(at(spec, "volumeClaimTemplates"));
  const names = templates.flatMap((template) => textValue(at(template, "metadata", "name")) ?? []);
  checkReplicated(spec, report, names);
  checkAllowed(report, at(spec, "podManagementPolicy"), ["OrderedReady", "Parallel"]);
  for (const field of ["whenDeleted", "whenScaled"]) {
    checkAllowed(report, at(spec, "persistentVolumeClaimRetentionPolicy", field), [
      "Retain",
      "Delete",
    ]);
  }
  for (const template of templates) {
    checkLabels(at(template, "metadata", "labels"), report);
    checkClaimSpec(at(template, "spec"), report);
  }
  const service = at(spec, "serviceName");
  const problem = textValue(service) === undefined ? undefined : labelName(String(service.value));
  if (problem !== undefined) reportInvalidName(report, service, problem);
  const strategy = at(spec, "updateStrategy");
  const rolling = at(strategy, "rollingUpdate");
  if (textValue(at(strategy, "type")) === "OnDelete" && isSet(rolling)) {
    reportViolation(report, rolling, "The strategy OnDelete takes no rollingUpdate");
  }
  checkNotNegative(report, rolling, ["partition"]);
  checkCountOrPercent(report, at(rolling, "maxUnavailable"), 100);
}

/** Checks a DaemonSet. */
export function checkDaemonSet(object: Cursor, report: ReportProblem): void {
  const spec = at(object, "spec");
  checkNotNegative(report, spec, ["minReadySeconds", "revisionHistoryLimit"]);
  checkTemplateAndSelector(spec, report);
  const rolling = at(spec, "updateStrategy", "rollingUpdate");
  checkRolling(rolling, { unavailableDefault: 1, surgeDefault: 0, report });
}

function checkReplicated(
  spec: Cursor,
  report: ReportProblem,
  volumes: readonly string[] = [],
): void {
  checkNotNegative(report, spec, ["replicas", "minReadySeconds"]);
  checkTemplateAndSelector(spec, report, volumes);
}

function checkTemplateAndSelector(
  spec: Cursor,
  report: ReportProblem,
  volumes: readonly string[] = [],
): void {
  const template = at(spec, "template");
  if (!isSet(template)) return reportMissing(report, spec, "template");
  checkPodTemplate(template, { report, restart: ["Always"], volumes });
  const selector = at(spec, "selector");
  if (!isSet(selector)) return reportMissing(report, spec, "selector");
  checkSelector(selector, report);
  const labels = at(template, "metadata", "labels");
  const empty =
    entries(at(selector, "matchLabels")).length === 0 &&
    items(at(selector, "matchExpressions")).length === 0;
  if (empty) return reportViolation(report, selector, "An empty selector is not allowed here");
  if (!selectorMatches(selector.value, labels.value)) {
    report({ code: "manifest-selector-mismatch", path: pathOf(labels), args: {} });
  }
}

interface RollingDefaults {
  readonly unavailableDefault: number | string;
  readonly surgeDefault: number | string;
  readonly report: ReportProblem;
}

function checkRolling(rolling: Cursor, defaults: RollingDefaults): void {
  if (!isSet(rolling)) return;
  const { report } = defaults;
  const unavailable = at(rolling, "maxUnavailable");
  const surge = at(rolling, "maxSurge");
  checkCountOrPercent(report, unavailable, 100);
  checkCountOrPercent(report, surge);
  const none =
    isZero(orDefault(unavailable, defaults.unavailableDefault)) &&
    isZero(orDefault(surge, defaults.surgeDefault));
  if (none) {
    const shown = isSet(unavailable) ? unavailable : rolling;
    reportInvalid(
      report,
      shown,
      "maxUnavailable and maxSurge cannot both be 0, or no pod could be replaced",
    );
  }
}

function orDefault(cursor: Cursor, value: number | string): Cursor {
  return isSet(cursor) ? cursor : { ...cursor, value };
}
