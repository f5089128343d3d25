import type { EnvironmentTarget } from "../model/estate/environment-target.ts";
import type { DesiredState, SystemState } from "../model/estate/desired-state.ts";
import { placesOf } from "../model/estate/places-of.ts";
import type { RenderedTarget } from "../model/results/rendered-target.ts";
import type { ComparedEnvironment } from "./compared-environment.ts";

/** One environment without the systems that the head could not build, and the incomplete places. */
export interface CompleteEnvironment {
  readonly compared: ComparedEnvironment;
  readonly unread: readonly EnvironmentTarget[];
}

/**
 * Drops the systems that the head could not build completely. Otherwise a mistyped key would be reported as a removed
 * namespace.
 */
export function omitIncomplete(compared: ComparedEnvironment): CompleteEnvironment {
  const { environment, base, head } = compared;
  const isLeftOut = incompleteSystems(environment, head);
  const made = new Map(head.targets.map((result) => [result.target, result]));
  const parts = base.targets.map((result) => ({
    result: withoutSystems(result, isLeftOut),
    here: made.get(result.target),
    isUnread: result.systems.some(({ view }) => isLeftOut(view.system.name)),
  }));
  return {
    compared: {
      ...compared,
      base: {
        ...base,
        targets: parts
          .filter(({ result, here, isUnread }) => here || !isUnread || result.systems.length)
          .map(({ result }) => result),
      },
      head: { ...head, targets: head.targets.map((result) => withoutSystems(result, isLeftOut)) },
    },
    unread: parts
      .filter(({ here, isUnread }) => isUnread || isIncomplete(here))
      .map(({ result: { target } }) => ({ environment, target })),
  };
}

/** Returns whether objects or values of the target are missing. */
function isIncomplete(result: RenderedTarget | undefined): boolean {
  return (
    result !== undefined &&
    (result.lacksObjects === true || result.manifests.some(({ incomplete }) => incomplete))
  );
}

function withoutSystems(
  result: RenderedTarget,
  isLeftOut: (system: string) => boolean,
): RenderedTarget {
  const left = result.systems.filter(({ view }) => !isLeftOut(view.system.name));
  if (left.length === result.systems.length) return result;
  return {
    ...result,
    systems: left,
    manifests: result.manifests.filter(({ system }) => system === undefined || !isLeftOut(system)),
  };
}

/**
 * Returns whether a system has an invalid file (or its environment has), an unknown reference, or an incomplete target.
 * Its targets depend on each other, so none of them is known.
 */
function incompleteSystems(
  environment: string,
  { desiredState, targets }: ComparedEnvironment["head"],
): (system: string) => boolean {
  const invalid = (desiredState.unsound ?? [])
    // Waivers do not affect what runs.
    .filter((file) => file.kind !== "waivers" && file.names["environment"] === environment)
    .map((file) => file.names["system"]);
  const made = new Set(
    targets.flatMap(({ target, systems }) =>
      systems.map(({ view }) => placeKey(view.system.name, target)),
    ),
  );
  const declared = desiredState.environments.find(({ name }) => name === environment)?.systems;
  const incomplete = (declared ?? [])
    .filter(
      (system) =>
        placesOf(system).some((target) => !made.has(placeKey(system.name, target))) ||
        hasUnknownReference(system, desiredState),
    )
    .map(({ name }) => name);
  return (system) =>
    invalid.includes(undefined) || invalid.includes(system) || incomplete.includes(system);
}

/** Returns whether the target of its backups or the provider of its DNS is unknown. */
function hasUnknownReference(
  { value, datasources }: SystemState,
  { providers, targets }: DesiredState,
): boolean {
  const known = new Set(providers.map(({ name }) => name));
  const sound = new Set(
    targets.filter(({ provider }) => known.has(provider)).map(({ name }) => name),
  );
  const stores = Object.values(datasources?.value.datasources ?? {});
  return !known.has(value.traffic.dns) || stores.some(({ backup }) => !sound.has(backup.to));
}

function placeKey(system: string, target: string): string {
  return [system, target].join("\0");
}
