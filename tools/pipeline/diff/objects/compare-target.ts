import type { FieldChange } from "../../model/comparison/comparison.ts";
import type { EnvironmentTarget } from "../../model/estate/environment-target.ts";
import { userPlace, type Manifest, type ObjectId } from "../../model/kubernetes/manifest.ts";
import { comparePlaces, type Place } from "../../model/origins/place.ts";
import type { RenderedTarget } from "../../model/results/rendered-target.ts";
import { classifyChange, isRenamed } from "../classify/classify-change.ts";
import { compareValues, type Difference } from "../values/compare-values.ts";
import { explainChecksums } from "./explain-checksums.ts";
import { pairObjects } from "./pair-objects.ts";
import type { PairedObject } from "./paired-object.ts";
import type { PlacedChange } from "./placed-change.ts";
import type { Redactor } from "../../secrets/create-redactor.ts";
import type { Renames } from "../renames/renames.ts";

/**
 * Lists every change of one environment and target between two results, one of which may be missing. Contents are
 * redacted.
 */
export function compareTarget(
  { base, head }: { base?: RenderedTarget; head?: RenderedTarget },
  redactor: Redactor,
  renames?: Renames,
): readonly PlacedChange[] {
  const result = head ?? base;
  if (!result) return [];
  const place = { environment: result.environment, target: result.target };
  const pairs = pairObjects(base?.manifests ?? [], head?.manifests ?? [], namespacesOf(renames));
  const changes = pairs
    // An object or value that is missing because of a fault is not reported as removed or changed.
    .filter((pair) => (pair.head ? !pair.head.incomplete : !head?.lacksObjects))
    .map((pair) => describe(pair, place, redactor));
  return explainChecksums(changes);
}

/** Namespaces of renamed systems, from old to new. */
function namespacesOf(renames: Renames | undefined): ReadonlyMap<string, string> {
  const systems = [...(renames?.systems.values() ?? [])];
  return new Map(systems.map(({ base, head }) => [base.namespace, head.namespace]));
}

function describe(pair: PairedObject, place: EnvironmentTarget, redactor: Redactor): PlacedChange {
  const { base, head } = pair;
  const before = base && redactor.object(base.object);
  const after = head && redactor.object(head.object);
  // Classes and paths are computed from the redacted content, so that no secret can leak.
  const differences = before && after ? compareValues(before, after) : [];
  const { classes, reasons, reversibility } = classifyChange(pair, differences);
  const fields = differences.map((difference) => describeField(difference, pair));
  const owner = head ?? base;
  return {
    place,
    ...identityOf(pair),
    ...(owner?.system === undefined ? {} : { system: owner.system }),
    ...(owner?.component === undefined ? {} : { component: owner.component }),
    classes: [...classes],
    reversibility,
    reasons: [...reasons],
    fields,
    ...(before === undefined ? {} : { base: before }),
    ...(after === undefined ? {} : { head: after }),
    causes: [...causesOf(pair, fields)],
  };
}

function identityOf({
  base,
  head,
}: PairedObject): Pick<PlacedChange, "change" | "object" | "previous"> {
  if (base && head) {
    return isRenamed({ base, head })
      ? { change: "renamed", object: copyId(head.id), previous: copyId(base.id) }
      : { change: "changed", object: copyId(head.id) };
  }
  const only = head ?? base;
  if (!only) throw new Error("a change of an object that neither side has");
  return { change: head ? "added" : "removed", object: copyId(only.id) };
}

function copyId({ group, version, kind, namespace, name }: ObjectId): ObjectId {
  return { group, version, kind, namespace, name };
}

function describeField(difference: Difference, { base, head }: PairedObject): FieldChange {
  const { path, change, basePath, headPath } = difference;
  const baseAt = change === "added" ? undefined : writtenAt(base, basePath);
  const headAt = change === "removed" ? undefined : writtenAt(head, headPath);
  return {
    path: [...path],
    change,
    ...("base" in difference ? { base: difference.base } : {}),
    ...("head" in difference ? { head: difference.head } : {}),
    ...(baseAt === undefined ? {} : { baseAt }),
    ...(headAt === undefined ? {} : { headAt }),
  };
}

function writtenAt(
  manifest: Manifest | undefined,
  path: Difference["headPath"],
): Place | undefined {
  return manifest && userPlace(manifest.sourceAt(path));
}

/** The lines that cause the change: of the head, or of the base for removed objects; at most five. */
function causesOf({ base, head }: PairedObject, fields: readonly FieldChange[]): readonly Place[] {
  const written = fields.flatMap(({ baseAt, headAt }) => headAt ?? baseAt ?? []);
  const places =
    written.length > 0 ? written : [(head ?? base)?.at].filter((at) => at !== undefined);
  const unique = new Map(
    places.map(({ file, line, column }) => [`${file}:${line}`, { file, line, column }]),
  );
  return [...unique.values()].sort(comparePlaces).slice(0, 5);
}
