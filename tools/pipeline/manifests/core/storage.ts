import {
  reportInvalidName,
  checkAllowedStrictly,
  reportInvalid,
  reportMissing,
  checkAllowed,
  reportViolation,
} from "../report-invalid.ts";
import { checkSelector } from "../check-identity.ts";
import { at, entries, isSet, items, textValue, type Cursor } from "../cursor.ts";
import { subdomainName } from "../name-rules.ts";
import type { ReportProblem } from "../manifest-problem.ts";
import { quantityOf } from "./numbers.ts";

/** Checks a standalone PersistentVolumeClaim. */
export function checkClaim(object: Cursor, report: ReportProblem): void {
  checkClaimSpec(at(object, "spec"), report);
}

const accessModes = ["ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", "ReadWriteOncePod"];

/** Checks the spec of a claim: access modes, size, class. */
export function checkClaimSpec(spec: Cursor, report: ReportProblem): void {
  const modes = items(at(spec, "accessModes"));
  if (modes.length === 0) reportMissing(report, spec, "accessModes");
  for (const mode of modes) checkAllowedStrictly(report, mode, accessModes);
  if (modes.length > 1 && modes.some(({ value }) => value === "ReadWriteOncePod")) {
    reportViolation(
      report,
      at(spec, "accessModes"),
      "ReadWriteOncePod cannot be combined with other access modes",
    );
  }
  const size = at(spec, "resources", "requests", "storage");
  if (!isSet(size)) reportMissing(report, at(spec, "resources", "requests"), "storage");
  else if ((quantityOf(size) ?? 1) <= 0) reportInvalid(report, size, "it must be more than 0");
  const volumeMode = at(spec, "volumeMode");
  if (isSet(volumeMode)) checkAllowedStrictly(report, volumeMode, ["Filesystem", "Block"]);
  checkSelector(at(spec, "selector"), report);
  const storageClass = at(spec, "storageClassName");
  const name = textValue(storageClass);
  const problem = name === undefined ? undefined : subdomainName(name);
  if (problem !== undefined) reportInvalidName(report, storageClass, problem);
}

/** Checks a StorageClass: its provisioner and its modes. */
export function checkStorageClass(object: Cursor, report: ReportProblem): void {
  const provisioner = at(object, "provisioner");
  if (textValue(provisioner) === undefined) reportMissing(report, object, "provisioner");
  checkAllowed(report, at(object, "reclaimPolicy"), ["Delete", "Retain"]);
  checkAllowed(report, at(object, "volumeBindingMode"), ["Immediate", "WaitForFirstConsumer"]);
  for (const parameter of entries(at(object, "parameters"))) {
    if (parameter.key === "") reportViolation(report, parameter, "A parameter requires a name");
  }
}
