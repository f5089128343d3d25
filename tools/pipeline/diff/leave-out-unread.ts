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
 * An environment without what the base has and the head still declares but could not make, and without systems one of whose files is
 * wrong: whoever reads of a namespace that goes where somebody mistyped a key learns nothing true.
 */
export function leaveOutUnread(compared: ComparedEnvironment): ReadEnvironment {
  const { environment, base, head } = compared;
  const faulty = faultySystems(head.desiredState, environment);
  const made = new Map(head.targets.map((result) => [result.target, result]));
  const parts = base.targets.map((result) => {
    const here = made.get(result.target);
    const systems = new Set(here?.systems.map(({ picture }) => picture.system.name));
    const unread = new Set(
      result.systems
        .map(({ picture }) => picture.system.name)
        .filter(
          (system) =>
            faulty(system) ||
            (!systems.has(system) &&
              isPlaced(head.desiredState, { environment, system, target: result.target })),
        ),
    );
    return { result: without(result, (system) => unread.has(system)), here, unread };
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
      head: { ...head, targets: head.targets.map((result) => without(result, faulty)) },
    },
    unread: parts
      .filter(({ here, unread }) => unread.size > 0 || isIncomplete(here))
      .map(({ result: { target } }) => ({ environment, target })),
  };
}

/** Whether objects are missing there, or values in them: what those would be nobody knows. */
function isIncomplete(result: TargetResult | undefined): boolean {
  return (
    result !== undefined &&
    (result.lacksObjects === true || result.manifests.some(({ incomplete }) => incomplete))
  );
}

function without(result: TargetResult, isLeftOut: (system: string) => boolean): TargetResult {
  const left = result.systems.filter(({ picture }) => !isLeftOut(picture.system.name));
  if (left.length === result.systems.length) return result;
  return {
    ...result,
    systems: left,
    manifests: result.manifests.filter(({ system }) => system === undefined || !isLeftOut(system)),
  };
}

/** Whether a system has a wrong file, its environment's among them: nobody knows what the system would be on any target. */
function faultySystems(
  { unsound = [] }: DesiredState,
  environment: string,
): (system: string) => boolean {
  const names = unsound
    // Waivers say nothing about what runs.
    .filter((file) => file.kind !== "waivers" && file.names["environment"] === environment)
    .map((file) => file.names["system"]);
  return (system) => names.includes(undefined) || names.includes(system);
}

/** Whether a state says that a system stands on a target. */
function isPlaced(
  { environments }: DesiredState,
  { environment, system, target }: Pair & { readonly system: string },
): boolean {
  const state = environments
    .find(({ name }) => name === environment)
    ?.systems.find(({ name }) => name === system);
  return (
    state?.value.master === target || state?.workers.some(({ name }) => name === target) === true
  );
}
