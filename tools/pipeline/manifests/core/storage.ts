import { badName, exactlyOneOf, invalid, missing, oneOf, refused } from "../complain.ts";
import { checkSelector } from "../check-identity.ts";
import { at, entries, isSet, items, textOf, type Cursor } from "../cursor.ts";
import { subdomainName } from "../names.ts";
import type { Report } from "../problem.ts";
import { quantityOf } from "./numbers.ts";

/** Checks a standalone PersistentVolumeClaim. */
export function checkClaim(object: Cursor, report: Report): void {
  checkClaimSpec(at(object, "spec"), report);
}

const accessModes = ["ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", "ReadWriteOncePod"];

/** Checks the spec of a claim: access modes, size, class. */
export function checkClaimSpec(spec: Cursor, report: Report): void {
  const modes = items(at(spec, "accessModes"));
  if (modes.length === 0) missing(report, spec, "accessModes");
  for (const mode of modes) exactlyOneOf(report, mode, accessModes);
  if (modes.length > 1 && modes.some(({ value }) => value === "ReadWriteOncePod")) {
    refused(report, at(spec, "accessModes"), "ReadWriteOncePod stands alone");
  }
  const size = at(spec, "resources", "requests", "storage");
  if (!isSet(size)) missing(report, at(spec, "resources", "requests"), "storage");
  else if ((quantityOf(size) ?? 1) <= 0) invalid(report, size, "it must be more than 0");
  const volumeMode = at(spec, "volumeMode");
  if (isSet(volumeMode)) exactlyOneOf(report, volumeMode, ["Filesystem", "Block"]);
  checkSelector(at(spec, "selector"), report);
  const storageClass = at(spec, "storageClassName");
  const name = textOf(storageClass);
  const problem = name === undefined ? undefined : subdomainName(name);
  if (problem !== undefined) badName(report, storageClass, problem);
}

/** Checks a StorageClass: its provisioner and its modes. */
export function checkStorageClass(object: Cursor, report: Report): void {
  const provisioner = at(object, "provisioner");
  if (textOf(provisioner) === undefined) missing(report, object, "provisioner");
  oneOf(report, at(object, "reclaimPolicy"), ["Delete", "Retain"]);
  oneOf(report, at(object, "volumeBindingMode"), ["Immediate", "WaitForFirstConsumer"]);
  for (const parameter of entries(at(object, "parameters"))) {
    if (parameter.key === "") refused(report, parameter, "A parameter needs a name");
  }
}
