import {
  reportInvalidName,
  reportInvalid,
  reportMissing,
  requireFields,
  checkAllowed,
  reportViolation,
} from "../../report-invalid.ts";
import { at, isSet, items, textValue, type Cursor } from "../../cursor.ts";
import type { ReportProblem } from "../../manifest-problem.ts";
import { checkBetween } from "../numbers.ts";
import { checkRelativePath } from "./check-relative-path.ts";

const inVolumes = ["metadata.name", "metadata.namespace", "metadata.uid"];
const inVariables = [
  ...inVolumes,
  "spec.nodeName",
  "spec.serviceAccountName",
  "status.hostIP",
  "status.hostIPs",
  "status.podIP",
  "status.podIPs",
];
const wholeMaps = ["metadata.labels", "metadata.annotations"];

/** Checks the files of a volume that expose fields of the pod. */
export function checkDownwardItems(source: Cursor, report: ReportProblem): void {
  for (const item of items(at(source, "items"))) {
    checkRelativePath(report, item, "path");
    checkBetween(report, at(item, "mode"), [0, 0o777]);
    const field = at(item, "fieldRef");
    const resource = at(item, "resourceFieldRef");
    if (isSet(field) === isSet(resource)) {
      reportViolation(report, item, "Exactly one of fieldRef and resourceFieldRef is required");
    }
    checkFieldReference(field, [...inVolumes, ...wholeMaps], report);
    if (isSet(resource)) requireFields(report, resource, ["containerName"]);
    checkResourceReference(resource, report);
  }
}

/** Checks the pod field that a variable reads. */
export function checkVariableReferences(source: Cursor, report: ReportProblem): void {
  checkFieldReference(at(source, "fieldRef"), inVariables, report);
  checkResourceReference(at(source, "resourceFieldRef"), report);
}

function checkFieldReference(
  reference: Cursor,
  allowed: readonly string[],
  report: ReportProblem,
): void {
  if (!isSet(reference)) return;
  const version = at(reference, "apiVersion");
  if ((textValue(version) ?? "v1") !== "v1") reportInvalidName(report, version, "it must be v1");
  const cursor = at(reference, "fieldPath");
  const path = textValue(cursor);
  if (path === undefined) return reportMissing(report, reference, "fieldPath");
  const known = allowed.includes(path) || /^metadata\.(labels|annotations)\['[^']+'\]$/.test(path);
  if (!known) reportInvalid(report, cursor, "it is not a field that is available here");
}

const amounts = ["cpu", "memory", "ephemeral-storage"];
const resources = amounts.flatMap((name) => [`limits.${name}`, `requests.${name}`]);

function checkResourceReference(reference: Cursor, report: ReportProblem): void {
  if (!isSet(reference)) return;
  requireFields(report, reference, ["resource"]);
  const resource = at(reference, "resource");
  const name = textValue(resource) ?? "";
  if (!/^(limits|requests)\.hugepages-/.test(name)) checkAllowed(report, resource, resources);
  const divisor = at(reference, "divisor");
  if (!isSet(divisor) || Number(divisor.value) === 0) return;
  const steps = name.endsWith(".cpu") ? /^1m?$/ : /^1([kMGTPE]|[KMGTPE]i)?$/;
  if (!steps.test(String(divisor.value))) {
    reportInvalid(report, divisor, "it must be one unit, such as 1m for cpu or 1Mi for memory");
  }
}
