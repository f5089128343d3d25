import {
  reportInvalidName,
  reportInvalid,
  reportMissing,
  requireFields,
  reportViolation,
  reportDuplicate,
} from "../../report-invalid.ts";
import { at, entries, isSet, items, textValue, type Cursor } from "../../cursor.ts";
import { labelName } from "../../name-rules.ts";
import type { ReportProblem } from "../../manifest-problem.ts";
import { checkDownwardItems } from "./downward.ts";
import { checkBetween, quantityOf } from "../numbers.ts";
import { checkRelativePath } from "./check-relative-path.ts";
import { checkOtherSources } from "./volume-sources.ts";

/** Checks a pod's volumes (unique name, exactly one source, modes, keys and paths) and returns their names. */
export function checkVolumes(volumes: Cursor, report: ReportProblem): Set<string> {
  const names = new Set<string>();
  for (const volume of items(volumes)) {
    const name = at(volume, "name");
    const text = textValue(name);
    if (text === undefined) {
      reportMissing(report, volume, "name");
    } else {
      const problem = labelName(text);
      if (problem !== undefined) reportInvalidName(report, name, problem);
      else if (names.has(text)) reportDuplicate(report, volume, text);
      names.add(text);
    }
    checkSource(volume, report);
  }
  return names;
}

function checkSource(volume: Cursor, report: ReportProblem): void {
  const sources = entries(volume).filter((entry) => entry.key !== "name" && isSet(entry));
  const [first, second] = sources;
  if (second && first) {
    reportViolation(
      report,
      second,
      `A volume must have exactly one source, and ${first.key} is set too`,
    );
  }
  for (const kind of ["configMap", "secret", "projected", "downwardAPI"]) {
    checkBetween(report, at(volume, kind, "defaultMode"), [0, 0o777]);
  }
  checkItems(at(volume, "configMap"), report);
  checkItems(at(volume, "secret"), report);
  checkDownwardItems(at(volume, "downwardAPI"), report);
  for (const kind of ["configMap", "secret", "downwardAPI"]) {
    checkPaths(items(at(volume, kind, "items")), report);
  }
  const named = {
    hostPath: "path",
    configMap: "name",
    secret: "secretName",
    persistentVolumeClaim: "claimName",
  };
  for (const [kind, field] of Object.entries(named)) {
    if (isSet(at(volume, kind))) requireFields(report, at(volume, kind), [field]);
  }
  checkOtherSources(volume, report);
  const limit = at(volume, "emptyDir", "sizeLimit");
  if ((quantityOf(limit) ?? 0) < 0) reportInvalid(report, limit, "it must not be negative");
  const projections = items(at(volume, "projected", "sources"));
  for (const source of projections) checkProjection(source, report);
  checkPaths(projections.flatMap(projectedFiles), report);
}

/** Returns the values whose `path` names a file of a projection. */
function projectedFiles(source: Cursor): readonly Cursor[] {
  const listed = ["configMap", "secret", "downwardAPI"].flatMap((kind) =>
    items(at(source, kind, "items")),
  );
  return [...listed, at(source, "serviceAccountToken"), at(source, "clusterTrustBundle")];
}

// The server only warns about this, and only in some volume types; yet in all of them one file hides the other.
function checkPaths(files: readonly Cursor[], report: ReportProblem): void {
  const paths = new Set<string>();
  for (const file of files) {
    const path = textValue(at(file, "path"));
    if (path === undefined) continue;
    if (paths.has(path)) reportDuplicate(report, file, path);
    paths.add(path);
  }
}

function checkItems(source: Cursor, report: ReportProblem): void {
  for (const item of items(at(source, "items"))) {
    requireFields(report, item, ["key"]);
    checkBetween(report, at(item, "mode"), [0, 0o777]);
    checkRelativePath(report, item, "path");
  }
}

function checkProjection(source: Cursor, report: ReportProblem): void {
  const kinds = entries(source).filter((entry) => isSet(entry));
  const [first, second] = kinds;
  if (!first) reportViolation(report, source, "A projection requires a source");
  if (second) reportViolation(report, second, "A projection must have exactly one source");
  for (const kind of ["configMap", "secret"]) {
    if (isSet(at(source, kind))) requireFields(report, at(source, kind), ["name"]);
  }
  checkItems(at(source, "configMap"), report);
  checkItems(at(source, "secret"), report);
  checkDownwardItems(at(source, "downwardAPI"), report);
  const token = at(source, "serviceAccountToken");
  if (!isSet(token)) return;
  const seconds = at(token, "expirationSeconds");
  checkBetween(report, seconds, [600, 2 ** 32]);
  if (textValue(at(token, "path")) === undefined) reportMissing(report, token, "path");
}
