import type {
  DesiredState,
  EnvironmentState,
  SystemState,
} from "../../model/estate/desired-state.ts";
import { namespaceOf } from "../../model/estate/namespace-of.ts";
import { placesOf } from "../../model/estate/places-of.ts";
import { renamedTargets } from "./renamed-targets.ts";
import { systemKey, type PlacedName, type Renames } from "./renames.ts";

/** Finds targets, environments, systems and applications that were only renamed between two states. */
export function findRenames(base: DesiredState, head: DesiredState): Renames {
  const targets = renamedTargets(base.targets, head.targets);
  const [before, after] = [systemsOf(base), systemsOf(head)];
  const stays = (key: string) => before.get(key)?.name.namespace === after.get(key)?.name.namespace;
  const systems = pairSystems(
    [...before.values()].filter(({ key }) => !stays(key) && !mayStillBe(key, head)),
    [...after.values()].filter(({ key }) => !stays(key)),
    targets,
  );
  return {
    targets,
    systems,
    environments: renamedEnvironments(base, head, systems),
    applications: renamedApplications({ base, head, before, after, systems }),
  };
}

interface FoundSystem {
  readonly key: string;
  readonly name: PlacedName;
  readonly state: SystemState;
}

function systemsOf({ environments }: DesiredState): ReadonlyMap<string, FoundSystem> {
  const found = environments.flatMap((environment) =>
    environment.systems.map((state) => foundSystem(environment, state)),
  );
  return new Map(found.map((system) => [system.key, system]));
}

function foundSystem(environment: EnvironmentState, state: SystemState): FoundSystem {
  const namespace = namespaceOf(environment, state);
  return {
    key: systemKey(environment.name, state.name),
    name: { environment: environment.name, system: state.name, namespace },
    state,
  };
}

/** An invalid file may hide a system that still exists. */
function mayStillBe(key: string, { unsound = [] }: DesiredState): boolean {
  return unsound.some(({ names: { environment = "", system } }) =>
    system === undefined
      ? key.startsWith(`${environment}/`)
      : key === systemKey(environment, system),
  );
}

/**
 * Pairs removed systems with added ones. First, systems with the same namespace on a target, whose objects are
 * identical. Then systems that only have another namespace. Then systems of the same application and master that keep
 * their environment or their name.
 */
function pairSystems(
  gone: readonly FoundSystem[],
  come: readonly FoundSystem[],
  targets: Renames["targets"],
): Renames["systems"] {
  const nowCalled = (target: string) => targets.get(target) ?? target;
  const left = new Set(come);
  const pairs = new Map<string, { base: PlacedName; head: PlacedName }>();
  for (const isSame of [sharesNamespace, keepsName, isAlike]) {
    for (const base of gone) {
      if (pairs.has(base.key)) continue;
      const head = [...left].find((one) => isSame(base, one, nowCalled));
      if (!head) continue;
      left.delete(head);
      pairs.set(base.key, { base: base.name, head: head.name });
    }
  }
  return pairs;
}

type NowCalled = (target: string) => string;

function sharesNamespace(base: FoundSystem, head: FoundSystem, nowCalled: NowCalled): boolean {
  const places = new Set(placesOf(base.state).map(nowCalled));
  return (
    base.name.namespace === head.name.namespace &&
    placesOf(head.state).some((target) => places.has(target))
  );
}

function keepsName(base: FoundSystem, head: FoundSystem): boolean {
  return base.key === head.key;
}

function isAlike(base: FoundSystem, head: FoundSystem, nowCalled: NowCalled): boolean {
  return (
    base.state.value.application === head.state.value.application &&
    nowCalled(base.state.value.master) === head.state.value.master &&
    (base.name.environment === head.name.environment || base.name.system === head.name.system)
  );
}

function renamedEnvironments(
  base: DesiredState,
  head: DesiredState,
  systems: Renames["systems"],
): Renames["environments"] {
  const known = namesOf(base.environments);
  const left = namesOf(head.environments);
  const gone = base.environments.filter(({ name }) => !left.has(name));
  return new Map(
    gone.flatMap((environment): [string, string][] => {
      const heads = environment.systems.map(
        ({ name }) => systems.get(systemKey(environment.name, name))?.head.environment,
      );
      const [first] = heads;
      const isWhole = first !== undefined && heads.every((one) => one === first);
      return isWhole && !known.has(first) ? [[environment.name, first]] : [];
    }),
  );
}

/** Removed applications whose systems now all run the same new one. */
function renamedApplications({
  base,
  head,
  before,
  after,
  systems,
}: {
  readonly base: DesiredState;
  readonly head: DesiredState;
  readonly before: ReadonlyMap<string, FoundSystem>;
  readonly after: ReadonlyMap<string, FoundSystem>;
  readonly systems: Renames["systems"];
}): Renames["applications"] {
  const [known, left] = [namesOf(base.applications), namesOf(head.applications)];
  const gone = base.applications.filter(({ name }) => !left.has(name));
  return new Map(
    gone.flatMap(({ name }): [string, string][] => {
      const users = [...before.values()].filter(({ state }) => state.value.application === name);
      const now = new Set(
        users.map(({ key }) => {
          const moved = systems.get(key)?.head;
          const is = after.get(moved ? systemKey(moved.environment, moved.system) : key);
          return is?.state.value.application;
        }),
      );
      const [only] = now;
      return now.size === 1 && only !== undefined && !known.has(only) ? [[name, only]] : [];
    }),
  );
}

function namesOf(things: readonly { readonly name: string }[]): ReadonlySet<string> {
  return new Set(things.map(({ name }) => name));
}
