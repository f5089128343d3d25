import { checkLabels, checkSelector } from "../check-identity.ts";
import { badName, invalid, missing, oneOf, refused } from "../complain.ts";
import { at, entries, isSet, items, pathOf, textOf, type Cursor } from "../cursor.ts";
import { labelName } from "../names.ts";
import type { Report } from "../problem.ts";
import { selectorMatches } from "../../model/kubernetes/label-selector.ts";
import { countOrPercent, isZero, notNegative } from "./numbers.ts";
import { checkPodTemplate } from "./pods/pod.ts";
import { checkClaimSpec } from "./storage.ts";

/** Checks a Deployment: its pods, its selector and its update strategy. */
export function checkDeployment(object: Cursor, report: Report): void {
  const spec = at(object, "spec");
  checkReplicated(spec, report);
  notNegative(report, spec, ["revisionHistoryLimit", "progressDeadlineSeconds"]);
  const strategy = at(spec, "strategy");
  const rolling = at(strategy, "rollingUpdate");
  if (textOf(at(strategy, "type")) === "Recreate" && isSet(rolling)) {
    refused(report, rolling, "The strategy Recreate takes no rollingUpdate");
  }
  checkRolling(rolling, { unavailableDefault: "25%", surgeDefault: "25%", report });
}

/** Checks a ReplicaSet. */
export function checkReplicaSet(object: Cursor, report: Report): void {
  checkReplicated(at(object, "spec"), report);
}

/** Checks a StatefulSet: like a Deployment, with claim templates. */
export function checkStatefulSet(object: Cursor, report: Report): void {
  const spec = at(object, "spec");
  const templates = items(at(spec, "volumeClaimTemplates"));
  const names = templates.flatMap((template) => textOf(at(template, "metadata", "name")) ?? []);
  checkReplicated(spec, report, names);
  oneOf(report, at(spec, "podManagementPolicy"), ["OrderedReady", "Parallel"]);
  for (const field of ["whenDeleted", "whenScaled"]) {
    oneOf(report, at(spec, "persistentVolumeClaimRetentionPolicy", field), ["Retain", "Delete"]);
  }
  for (const template of templates) {
    checkLabels(at(template, "metadata", "labels"), report);
    checkClaimSpec(at(template, "spec"), report);
  }
  const service = at(spec, "serviceName");
  const problem = textOf(service) === undefined ? undefined : labelName(String(service.value));
  if (problem !== undefined) badName(report, service, problem);
  const strategy = at(spec, "updateStrategy");
  const rolling = at(strategy, "rollingUpdate");
  if (textOf(at(strategy, "type")) === "OnDelete" && isSet(rolling)) {
    refused(report, rolling, "The strategy OnDelete takes no rollingUpdate");
  }
  notNegative(report, rolling, ["partition"]);
  countOrPercent(report, at(rolling, "maxUnavailable"), 100);
}

/** Checks a DaemonSet. */
export function checkDaemonSet(object: Cursor, report: Report): void {
  const spec = at(object, "spec");
  notNegative(report, spec, ["minReadySeconds", "revisionHistoryLimit"]);
  checkTemplateAndSelector(spec, report);
  const rolling = at(spec, "updateStrategy", "rollingUpdate");
  checkRolling(rolling, { unavailableDefault: 1, surgeDefault: 0, report });
}

function checkReplicated(spec: Cursor, report: Report, volumes: readonly string[] = []): void {
  notNegative(report, spec, ["replicas", "minReadySeconds"]);
  checkTemplateAndSelector(spec, report, volumes);
}

function checkTemplateAndSelector(
  spec: Cursor,
  report: Report,
  volumes: readonly string[] = [],
): void {
  const template = at(spec, "template");
  if (!isSet(template)) return missing(report, spec, "template");
  checkPodTemplate(template, { report, restart: ["Always"], volumes });
  const selector = at(spec, "selector");
  if (!isSet(selector)) return missing(report, spec, "selector");
  checkSelector(selector, report);
  const labels = at(template, "metadata", "labels");
  const empty =
    entries(at(selector, "matchLabels")).length === 0 &&
    items(at(selector, "matchExpressions")).length === 0;
  if (empty) return refused(report, selector, "An empty selector is not allowed here");
  if (!selectorMatches(selector.value, labels.value)) {
    report({ code: "manifest-selector-mismatch", path: pathOf(labels), args: {} });
  }
}

interface RollingDefaults {
  readonly unavailableDefault: number | string;
  readonly surgeDefault: number | string;
  readonly report: Report;
}

function checkRolling(rolling: Cursor, defaults: RollingDefaults): void {
  if (!isSet(rolling)) return;
  const { report } = defaults;
  const unavailable = at(rolling, "maxUnavailable");
  const surge = at(rolling, "maxSurge");
  countOrPercent(report, unavailable, 100);
  countOrPercent(report, surge);
  const none =
    isZero(orDefault(unavailable, defaults.unavailableDefault)) &&
    isZero(orDefault(surge, defaults.surgeDefault));
  if (none) {
    const shown = isSet(unavailable) ? unavailable : rolling;
    invalid(
      report,
      shown,
      "maxUnavailable and maxSurge cannot both be 0: no pod could be replaced",
    );
  }
}

function orDefault(cursor: Cursor, value: number | string): Cursor {
  return isSet(cursor) ? cursor : { ...cursor, value };
}
