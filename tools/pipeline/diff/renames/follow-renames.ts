import type { DesiredState } from "../../model/estate/desired-state.ts";
import type { ComparedEnvironment } from "../compared-environment.ts";
import { findRenames } from "./find-renames.ts";
import { renameBase } from "./rename-base.ts";
import { renameState } from "./rename-state.ts";
import type { Renames } from "./renames.ts";

/** Receives one environment after the other. */
export interface EnvironmentListener {
  readonly add: (environment: ComparedEnvironment) => void;
  /** Call it after the last environment. */
  readonly end: () => void;
}

/**
 * Passes on environments with the older side under the newer names, so that renamed things are compared with
 * themselves. Environments that exchange systems come last, because they are assembled from several.
 */
export function followRenames(
  tell: (environment: ComparedEnvironment) => void,
): EnvironmentListener {
  let known: KnownRenames | undefined;
  const waiting: ComparedEnvironment[] = [];
  return {
    add: (compared) => {
      known ??= knowRenames(compared);
      if (known.mixed.has(compared.environment)) waiting.push(compared);
      else tell(renamed(compared, [compared], known));
    },
    end: () => {
      for (const compared of waiting) {
        const joined = renamed(compared, waiting, known);
        if (joined.base.targets.length + joined.head.targets.length > 0) tell(joined);
      }
    },
  };
}

interface KnownRenames {
  readonly renames: Renames;
  readonly baseState: DesiredState;
  /** Environments on either side that exchange a system with another one. */
  readonly mixed: ReadonlySet<string>;
}

function knowRenames({ base, head }: ComparedEnvironment): KnownRenames {
  const renames = findRenames(base.desiredState, head.desiredState);
  const moves = [...renames.systems.values()].filter(
    (system) => system.base.environment !== system.head.environment,
  );
  return {
    renames,
    baseState: renameState(base.desiredState, renames),
    mixed: new Set(moves.flatMap((move) => [move.base.environment, move.head.environment])),
  };
}

function renamed(
  compared: ComparedEnvironment,
  sources: readonly ComparedEnvironment[],
  known: KnownRenames | undefined,
): ComparedEnvironment {
  if (!known || isNothing(known.renames)) return compared;
  const { renames, baseState } = known;
  const results = sources
    .filter((source) => source === compared || gives(source, compared, renames))
    .flatMap((source) => source.base.targets);
  return {
    ...compared,
    base: {
      desiredState: baseState,
      targets: renameBase(results, compared.environment, renames),
    },
    renames,
  };
}

function isNothing({ targets, systems, applications }: Renames): boolean {
  return targets.size + systems.size + applications.size === 0;
}

function gives(
  source: ComparedEnvironment,
  { environment }: ComparedEnvironment,
  { systems }: Renames,
): boolean {
  return [...systems.values()].some(
    ({ base, head }) => base.environment === source.environment && head.environment === environment,
  );
}
