import type {
  AffectedOwner,
  ObjectChange,
  TopologyChange,
} from "../model/comparison/comparison.ts";
import type { EnvironmentTarget } from "../model/estate/environment-target.ts";
import type { DesiredState } from "../model/estate/desired-state.ts";
import type { Renames } from "./renames/renames.ts";

type Because = AffectedOwner["because"][number];

/** Both states and the changes between them. */
export interface OwnedChange {
  readonly base: DesiredState;
  readonly head: DesiredState;
  readonly changes: readonly ObjectChange[];
  readonly topology: readonly TopologyChange[];
  /** A rename concerns the owners of the old name too. */
  readonly renames?: Renames;
}

/**
 * Lists the required reviewers of a change: the owners of every environment, system, application and target with a
 * changed object or part, whichever file was edited. Owners of both states count, including those that the change adds
 * or removes.
 */
export function affectedOwners({
  base,
  head,
  changes,
  topology,
  renames,
}: OwnedChange): readonly AffectedOwner[] {
  const touches = touchedBy(changes, topology, renames);
  const [before, after] = [ownedThings(base), ownedThings(head)];
  const things = [...new Set([...before.keys(), ...after.keys()])].sort();
  const reasons = new Map<string, Because[]>();
  for (const key of things) {
    const [was, is] = [before.get(key), after.get(key)];
    const thing = is ?? was;
    if (!thing) continue;
    const touched = [was, is].some((one) => one !== undefined && touches(one));
    for (const owner of new Set([...(was?.owners ?? []), ...(is?.owners ?? [])])) {
      const turn = ownershipChange(owner, { was: was?.owners, is: is?.owners });
      if (!touched && turn === undefined) continue;
      const because = { kind: thing.kind, name: thing.name, ...(turn ? { turn } : {}) };
      reasons.set(owner, [...(reasons.get(owner) ?? []), because]);
    }
  }
  return [...reasons.keys()].sort().map((owner) => ({ owner, because: reasons.get(owner) ?? [] }));
}

interface OwnedThing {
  readonly kind: Because["kind"];
  readonly name: string;
  readonly owners: readonly string[];
  /** The systems whose changes affect the thing, as `<environment>/<system>`. */
  readonly systems: readonly string[];
}

function ownedThings(state: DesiredState): ReadonlyMap<string, OwnedThing> {
  const systems = state.environments.flatMap((environment) => environment.systems);
  const nameOf = ({ environment, name }: (typeof systems)[number]) => `${environment}/${name}`;
  const things: OwnedThing[] = [
    ...state.applications.map(({ name, value }) => ({
      kind: "application" as const,
      name,
      owners: value.owners,
      systems: systems.filter(({ value: { application } }) => application === name).map(nameOf),
    })),
    ...state.environments.map(({ name, value }) => ({
      kind: "environment" as const,
      name,
      owners: value.owners,
      systems: [],
    })),
    ...systems.map((system) => ({
      kind: "system" as const,
      name: nameOf(system),
      owners: system.value.owners,
      systems: [nameOf(system)],
    })),
    ...state.targets.map(({ name, value }) => ({
      kind: "target" as const,
      name,
      owners: value.owners,
      systems: [],
    })),
  ].map((thing) => ({ ...thing, owners: thing.owners ?? [] }));
  return new Map(things.map((thing) => [`${thing.kind} ${thing.name}`, thing]));
}

/** Returns whether the change adds or removes the owner of a thing that both states have. */
function ownershipChange(
  owner: string,
  { was, is }: { was: readonly string[] | undefined; is: readonly string[] | undefined },
): Because["turn"] {
  if (!was || !is) return undefined;
  if (!was.includes(owner)) return "comes";
  return is.includes(owner) ? undefined : "goes";
}

function touchedBy(
  changes: readonly ObjectChange[],
  topology: readonly TopologyChange[],
  renames?: Renames,
): (thing: OwnedThing) => boolean {
  const places: readonly (Pick<EnvironmentTarget, "environment"> & {
    target?: string;
    system?: string;
  })[] = [
    ...changes.flatMap(({ system, places: all }) =>
      all.map((place) => ({ ...place, ...(system === undefined ? {} : { system }) })),
    ),
    // A small weight change caused by another target's weight is not a new task.
    ...topology.filter(({ what }) => what !== "weight-changed" && what !== "share-changed"),
    ...[...(renames?.systems.values() ?? [])].map(({ base }) => base),
  ];
  const environments = new Set(places.map(({ environment }) => environment));
  const targets = new Set([
    ...places.map(({ target }) => target),
    ...(renames?.targets.keys() ?? []),
  ]);
  const systems = new Set(places.map(({ environment, system }) => `${environment}/${system}`));
  return ({ kind, name, systems: own }) => {
    if (kind === "environment") return environments.has(name);
    if (kind === "target") return targets.has(name);
    return own.some((system) => systems.has(system));
  };
}
