import { changeClasses } from "../model/change-classes.ts";
import type { ObjectChange, Pair } from "../model/comparison.ts";
import { objectName } from "../model/manifest.ts";
import { sha256 } from "../model/sha256.ts";
import type { TargetResult } from "../model/run-result.ts";
import { canonicalText } from "./canonical-text.ts";
import type { PlacedChange } from "./placed-change.ts";
import { identity } from "./pair-objects.ts";

/**
 * Equal changes as one change with all its places, and the places of the same environments that have the object but not this
 * change. Two changes are equal when the same fields of the same object change between the same values, but for the names
 * of environment, target and namespace; the first place's are shown. Most dangerous first, then widest.
 */
export function groupChanges(
  changes: readonly PlacedChange[],
  heads: readonly TargetResult[],
): readonly ObjectChange[] {
  const groups = new Map<string, PlacedChange[]>();
  for (const change of changes) {
    const key = groupKey(change);
    const group = groups.get(key);
    if (group) group.push(change);
    else groups.set(key, [change]);
  }
  const holders = placesByObject(heads);
  const touched = new Set(changes.map((change) => placeKey(change.place, identity(change.object))));
  return [...groups]
    .flatMap(([key, group]) => toChange(group, { digest: sha256(key), holders, touched }))
    .sort(byDanger);
}

function groupKey(change: PlacedChange): string {
  const { change: what, object, previous, system, fields, base, head, classes } = change;
  const whole = what === "added" ? head : what === "removed" ? base : undefined;
  const values = fields.map((field) => [field.path, field.change, field.base, field.head]);
  const text = canonicalText([what, object, previous, system, classes, values, whole]);
  const { environment, target } = change.place;
  return [target, object.namespace, environment]
    .filter((name) => name !== "")
    .reduce((current, name) => current.replaceAll(name, "\0"), text);
}

function toChange(
  group: readonly PlacedChange[],
  {
    digest,
    holders,
    touched,
  }: {
    digest: string;
    holders: ReadonlyMap<string, readonly Pair[]>;
    touched: ReadonlySet<string>;
  },
): readonly ObjectChange[] {
  const [first] = group;
  if (!first) return [];
  const { place: _place, ...change } = first;
  const places = group.map(({ place }) => place);
  const key = identity(first.object);
  const here = new Set(places.map((place) => placeKey(place, key)));
  const environments = new Set(places.map(({ environment }) => environment));
  const others = (holders.get(key) ?? []).filter(
    (place) => environments.has(place.environment) && !here.has(placeKey(place, key)),
  );
  return [
    {
      ...change,
      digest,
      places,
      exceptions: others.map((place) => ({
        ...place,
        why: touched.has(placeKey(place, key)) ? ("differs" as const) : ("unchanged" as const),
      })),
    },
  ];
}

function placesByObject(heads: readonly TargetResult[]): ReadonlyMap<string, readonly Pair[]> {
  const places = new Map<string, Pair[]>();
  for (const { environment, target, manifests } of heads) {
    for (const manifest of manifests) {
      const key = identity(manifest.id);
      const found = places.get(key);
      if (found) found.push({ environment, target });
      else places.set(key, [{ environment, target }]);
    }
  }
  return places;
}

function placeKey({ environment, target }: Pair, object: string): string {
  return [environment, target, object].join("\0");
}

function byDanger(left: ObjectChange, right: ObjectChange): number {
  const danger = dangerOf(left) - dangerOf(right);
  if (danger !== 0) return danger;
  if (left.places.length !== right.places.length) return right.places.length - left.places.length;
  return compareText(sortName(left), sortName(right));
}

function dangerOf({ classes }: ObjectChange): number {
  const [worst] = classes;
  return worst === undefined ? changeClasses.length : changeClasses.indexOf(worst);
}

function sortName(change: ObjectChange): string {
  const [place] = change.places;
  return [objectName(change.object), place?.environment, place?.target].join("\0");
}

function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
