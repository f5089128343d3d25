import type { AffectedOwner, ObjectChange, Pair } from "../model/comparison.ts";
import type { DesiredState } from "../model/desired-state.ts";

type Because = AffectedOwner["because"][number];

/**
 * Who must look at a change, from its effect: the owners of every environment, system, application and target on which an
 * object changes, whichever file was edited.
 */
export function affectedOwners(
  changes: readonly ObjectChange[],
  state: DesiredState,
): readonly AffectedOwner[] {
  const reasons = new Map<string, Because>();
  const owners = new Map<string, Set<string>>();
  for (const { owner, because } of ownersOf(changes, state)) {
    const key = `${because.kind} ${because.name}`;
    reasons.set(key, because);
    owners.set(owner, (owners.get(owner) ?? new Set<string>()).add(key));
  }
  return [...owners.keys()].sort().map((owner) => ({
    owner,
    because: [...(owners.get(owner) ?? [])].sort().flatMap((key) => reasons.get(key) ?? []),
  }));
}

interface Owned {
  readonly owner: string;
  readonly because: Because;
}

function ownersOf(changes: readonly ObjectChange[], state: DesiredState): readonly Owned[] {
  const places = uniquePlaces(changes);
  const systems = new Set(
    changes.flatMap(({ system, places: all }) =>
      all.map(({ environment }) => `${environment}/${system ?? ""}`),
    ),
  );
  const environments = state.environments.filter(({ name }) =>
    places.some(({ environment }) => environment === name),
  );
  const touched = environments
    .flatMap((environment) => environment.systems)
    .filter(({ environment, name }) => systems.has(`${environment}/${name}`));
  const applications = state.applications.filter(({ name }) =>
    touched.some(({ value }) => value.application === name),
  );
  const targets = state.targets.filter(({ name }) => places.some(({ target }) => target === name));
  return [
    ...environments.flatMap(({ name, value }) => owned("environment", name, value)),
    ...touched.flatMap(({ environment, name, value }) =>
      owned("system", `${environment}/${name}`, value),
    ),
    ...applications.flatMap(({ name, value }) => owned("application", name, value)),
    ...targets.flatMap(({ name, value }) => owned("target", name, value)),
  ];
}

function owned(
  kind: Because["kind"],
  name: string,
  { owners = [] }: { readonly owners?: readonly string[] },
): readonly Owned[] {
  return owners.map((owner) => ({ owner, because: { kind, name } }));
}

function uniquePlaces(changes: readonly ObjectChange[]): readonly Pair[] {
  const places = changes.flatMap((change) => change.places);
  return [
    ...new Map(places.map((place) => [`${place.environment}\0${place.target}`, place])).values(),
  ];
}
