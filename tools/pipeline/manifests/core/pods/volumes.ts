import { badName, invalid, missing, need, refused, repeated } from "../../complain.ts";
import { at, entries, isSet, items, textOf, type Cursor } from "../../cursor.ts";
import { labelName } from "../../names.ts";
import type { Report } from "../../problem.ts";
import { checkDownwardItems } from "./downward.ts";
import { between, quantityOf } from "../numbers.ts";
import { relativePath } from "./relative-path.ts";
import { checkOtherSources } from "./volume-sources.ts";

/** Checks a pod's volumes (unique name, exactly one source, modes, keys and paths) and returns their names. */
export function checkVolumes(volumes: Cursor, report: Report): Set<string> {
  const names = new Set<string>();
  for (const volume of items(volumes)) {
    const name = at(volume, "name");
    const text = textOf(name);
    if (text === undefined) {
      missing(report, volume, "name");
    } else {
      const problem = labelName(text);
      if (problem !== undefined) badName(report, name, problem);
      else if (names.has(text)) repeated(report, volume, text);
      names.add(text);
    }
    checkSource(volume, report);
  }
  return names;
}

function checkSource(volume: Cursor, report: Report): void {
  const sources = entries(volume).filter((entry) => entry.key !== "name" && isSet(entry));
  const [first, second] = sources;
  if (second && first) {
    refused(report, second, `A volume has one source, and ${first.key} is there too`);
  }
  for (const kind of ["configMap", "secret", "projected", "downwardAPI"]) {
    between(report, at(volume, kind, "defaultMode"), [0, 0o777]);
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
    if (isSet(at(volume, kind))) need(report, at(volume, kind), [field]);
  }
  checkOtherSources(volume, report);
  const limit = at(volume, "emptyDir", "sizeLimit");
  if ((quantityOf(limit) ?? 0) < 0) invalid(report, limit, "it must not be negative");
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
function checkPaths(files: readonly Cursor[], report: Report): void {
  const paths = new Set<string>();
  for (const file of files) {
    const path = textOf(at(file, "path"));
    if (path === undefined) continue;
    if (paths.has(path)) repeated(report, file, path);
    paths.add(path);
  }
}

function checkItems(source: Cursor, report: Report): void {
  for (const item of items(at(source, "items"))) {
    need(report, item, ["key"]);
    between(report, at(item, "mode"), [0, 0o777]);
    relativePath(report, item, "path");
  }
}

function checkProjection(source: Cursor, report: Report): void {
  const kinds = entries(source).filter((entry) => isSet(entry));
  const [first, second] = kinds;
  if (!first) refused(report, source, "A projection needs a source");
  if (second) refused(report, second, "A projection has one source");
  for (const kind of ["configMap", "secret"]) {
    if (isSet(at(source, kind))) need(report, at(source, kind), ["name"]);
  }
  checkItems(at(source, "configMap"), report);
  checkItems(at(source, "secret"), report);
  checkDownwardItems(at(source, "downwardAPI"), report);
  const token = at(source, "serviceAccountToken");
  if (!isSet(token)) return;
  const seconds = at(token, "expirationSeconds");
  between(report, seconds, [600, 2 ** 32]);
  if (textOf(at(token, "path")) === undefined) missing(report, token, "path");
}
