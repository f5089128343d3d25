import { badName, invalid, missing, need, oneOf, refused } from "../../complain.ts";
import { at, isSet, items, textOf, type Cursor } from "../../cursor.ts";
import type { Report } from "../../problem.ts";
import { between } from "../numbers.ts";
import { relativePath } from "./relative-path.ts";

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
export function checkDownwardItems(source: Cursor, report: Report): void {
  for (const item of items(at(source, "items"))) {
    relativePath(report, item, "path");
    between(report, at(item, "mode"), [0, 0o777]);
    const field = at(item, "fieldRef");
    const resource = at(item, "resourceFieldRef");
    if (isSet(field) === isSet(resource)) {
      refused(report, item, "Exactly one of fieldRef and resourceFieldRef must be given");
    }
    checkFieldReference(field, [...inVolumes, ...wholeMaps], report);
    if (isSet(resource)) need(report, resource, ["containerName"]);
    checkResourceReference(resource, report);
  }
}

/** Checks the pod field that a variable reads. */
export function checkVariableReferences(source: Cursor, report: Report): void {
  checkFieldReference(at(source, "fieldRef"), inVariables, report);
  checkResourceReference(at(source, "resourceFieldRef"), report);
}

function checkFieldReference(reference: Cursor, allowed: readonly string[], report: Report): void {
  if (!isSet(reference)) return;
  const version = at(reference, "apiVersion");
  if ((textOf(version) ?? "v1") !== "v1") badName(report, version, "it must be v1");
  const cursor = at(reference, "fieldPath");
  const path = textOf(cursor);
  if (path === undefined) return missing(report, reference, "fieldPath");
  const known = allowed.includes(path) || /^metadata\.(labels|annotations)\['[^']+'\]$/.test(path);
  if (!known) invalid(report, cursor, "it is no field that can be read here");
}

const amounts = ["cpu", "memory", "ephemeral-storage"];
const resources = amounts.flatMap((name) => [`limits.${name}`, `requests.${name}`]);

function checkResourceReference(reference: Cursor, report: Report): void {
  if (!isSet(reference)) return;
  need(report, reference, ["resource"]);
  const resource = at(reference, "resource");
  const name = textOf(resource) ?? "";
  if (!/^(limits|requests)\.hugepages-/.test(name)) oneOf(report, resource, resources);
  const divisor = at(reference, "divisor");
  if (!isSet(divisor) || Number(divisor.value) === 0) return;
  const steps = name.endsWith(".cpu") ? /^1m?$/ : /^1([kMGTPE]|[KMGTPE]i)?$/;
  if (!steps.test(String(divisor.value))) {
    invalid(report, divisor, "it must be 1 of a unit, such as 1m of cpu or 1Mi of memory");
  }
}
