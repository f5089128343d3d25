import type { Pair } from "../model/comparison.ts";
import type { DesiredState } from "../model/desired-state.ts";
import type { TargetResult } from "../model/run-result.ts";
import type { ComparedEnvironment } from "./compared-environment.ts";

/** One environment as far as its head could be made, and the places where not all of it could. */
export interface ReadEnvironment {
  readonly compared: ComparedEnvironment;
  readonly unread: readonly Pair[];
}

/**
 * An environment without what the base has and the head still declares but could not make, for a fault in its files: that is not
 * removed, and whoever reads of a namespace that goes where somebody mistyped a key learns nothing true.
 */
export function leaveOutUnread(compared: ComparedEnvironment): ReadEnvironment {
  const { environment, base, head } = compared;
  const made = new Map(head.targets.map((result) => [result.target, result]));
  const parts = base.targets.map((result) => {
    const here = made.get(result.target);
    const systems = new Set(here?.systems.map(({ picture }) => picture.system.name));
    const unread = new Set(
      result.systems
        .map(({ picture }) => picture.system.name)
        .filter((system) => !systems.has(system))
        .filter((system) =>
          declares(head.desiredState, { environment, system, target: result.target }),
        ),
    );
    return { result: without(result, unread), here, unread };
  });
  return {
    compared: {
      ...compared,
      base: {
        ...base,
        targets: parts
          .filter(({ result, here, unread }) => here || unread.size === 0 || result.systems.length)
          .map(({ result }) => result),
      },
    },
    unread: parts
      .filter(({ here, unread }) => unread.size > 0 || here?.lacksObjects)
      .map(({ result: { target } }) => ({ environment, target })),
  };
}

function without(result: TargetResult, systems: ReadonlySet<string>): TargetResult {
  if (systems.size === 0) return result;
  return {
    ...result,
    systems: result.systems.filter(({ picture }) => !systems.has(picture.system.name)),
    manifests: result.manifests.filter(
      ({ system }) => system === undefined || !systems.has(system),
    ),
  };
}

interface PlacedSystem extends Pair {
  readonly system: string;
}

/** Whether a state says that a system stands on a target, in files that may be wrong. */
function declares(
  { environments, unsound = [] }: DesiredState,
  { environment, system, target }: PlacedSystem,
): boolean {
  // A wrong file says by its path alone what it would declare.
  const isWrong = unsound.some(
    ({ kind, names }) =>
      names["environment"] === environment &&
      (kind === "environment" ||
        (names["system"] === system &&
          (kind === "system" || kind === "master" || names["target"] === target))),
  );
  const state = environments
    .find(({ name }) => name === environment)
    ?.systems.find(({ name }) => name === system);
  const isPlaced =
    state?.value.master === target || state?.workers.some(({ name }) => name === target);
  return isWrong || isPlaced === true;
}
