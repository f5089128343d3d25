import { changeClasses } from "../../model/comparison/change-classes.ts";
import type { ObjectChange } from "../../model/comparison/comparison.ts";
import type { EnvironmentTarget } from "../../model/estate/environment-target.ts";
import { objectName } from "../../model/kubernetes/manifest.ts";
import { sha256 } from "../../model/values/sha256.ts";
import { canonicalText } from "../values/canonical-text.ts";
import type { EnvironmentChange } from "../compare-environment.ts";
import type { PlacedChange } from "./placed-change.ts";
import { identity } from "./pair-objects.ts";

/**
 * Equal changes of several environments as one change with all its places, and the places of the same environments that have the
 * object but not this change. Two changes are equal when the same fields of the same object change between the same values, but for the names
 * of environment, target and namespace; those of the first place are shown, production before the rest. Most dangerous first, then widest.
 */
export function groupChanges(environments: readonly EnvironmentChange[]): readonly ObjectChange[] {
  const changes = environments.toSorted(byTier).flatMap((environment) => environment.changes);
  const groups = new Map<string, PlacedChange[]>();
  for (const change of changes) {
    const key = groupKey(change);
    const group = groups.get(key);
    if (group) group.push(change);
    else groups.set(key, [change]);
  }
  const holders = placesByObject(environments);
  const touched = new Set(changes.map((change) => placeKey(change.place, identity(change.object))));
  return [...groups]
    .flatMap(([key, group]) => toChange(group, { digest: sha256(key), holders, touched }))
    .sort(byDanger);
}

const tiers = ["production", "staging", "development"];

function byTier(left: EnvironmentChange, right: EnvironmentChange): number {
  return tierOf(left) - tierOf(right);
}

function tierOf({ targets: [first] }: EnvironmentChange): number {
  return tiers.indexOf(first?.tier ?? "production");
}

function groupKey(change: PlacedChange): string {
  const { change: what, object, previous, system, fields, base, head, classes } = change;
  const whole = what === "added" ? head : what === "removed" ? base : undefined;
  const values = fields.map((field) => [field.path, field.change, field.base, field.head]);
  const text = canonicalText([what, object, previous, system, classes, values, whole]);
  const { environment, target } = change.place;
  // A namespace is the system's name, optionally prefixed by an environment's.
  const named = object.namespace === "" ? text : text.replaceAll(object.namespace, system ?? "\0");
  return [target, environment].reduce((current, name) => current.replaceAll(name, "\0"), named);
}

function toChange(
  group: readonly PlacedChange[],
  {
    digest,
    holders,
    touched,
  }: {
    digest: string;
    holders: ReadonlyMap<string, readonly Holder[]>;
    touched: ReadonlySet<string>;
  },
): readonly ObjectChange[] {
  const [first] = group;
  if (!first) return [];
  const { place: _place, ...change } = first;
  const places = group.map(({ place }) => place);
  const here = new Set(group.map(({ place, object }) => placeKey(place, identity(object))));
  // The object may have another name or namespace in each environment.
  const keys = new Set(
    group.map(({ place, object }) => objectKey(place.environment, identity(object))),
  );
  const others = [...keys].flatMap((key) =>
    (holders.get(key) ?? []).filter(({ place, object }) => !here.has(placeKey(place, object))),
  );
  return [
    {
      ...change,
      digest,
      places,
      exceptions: others.map(({ place, object }) => ({
        ...place,
        why: touched.has(placeKey(place, object)) ? ("differs" as const) : ("unchanged" as const),
      })),
    },
  ];
}

interface Holder {
  readonly place: EnvironmentTarget;
  /** The object's identity. */
  readonly object: string;
}

function placesByObject(
  environments: readonly EnvironmentChange[],
): ReadonlyMap<string, readonly Holder[]> {
  const all = environments.flatMap(({ holders }) =>
    [...holders].flatMap(([object, places]) => places.map((place) => ({ place, object }))),
  );
  return Map.groupBy(all, ({ place, object }) => objectKey(place.environment, object));
}

function objectKey(environment: string, object: string): string {
  return [environment, object].join("\0");
}

function placeKey({ environment, target }: EnvironmentTarget, object: string): string {
  return [environment, target, object].join("\0");
}

function byDanger(left: ObjectChange, right: ObjectChange): number {
  const danger = dangerOf(left) - dangerOf(right);
  if (danger !== 0) return danger;
  if (left.places.length !== right.places.length) return right.places.length - left.places.length;
  return compareText(sortName(left), sortName(right));
}

/** Orders by the worst class; irreversible changes come right after data loss, whatever their class. */
function dangerOf({ classes, reversibility }: ObjectChange): number {
  const [worst] = classes;
  const rank = worst === undefined ? changeClasses.length : changeClasses.indexOf(worst);
  return reversibility === "one-way" ? Math.min(rank, 0.5) : rank;
}

function sortName(change: ObjectChange): string {
  const [place] = change.places;
  return [objectName(change.object), place?.environment, place?.target].join("\0");
}

function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
