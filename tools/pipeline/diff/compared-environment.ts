import type { DesiredState } from "../model/estate/desired-state.ts";
import type { TargetResult } from "../model/results/run-result.ts";
import type { Renames } from "./renames/renames.ts";

/** One environment on both sides of a comparison; a side that has no such environment has no targets. */
export interface ComparedEnvironment {
  readonly environment: string;
  readonly base: EnvironmentSide;
  readonly head: EnvironmentSide;
  /** What the newer state calls otherwise, where there is such a thing: the base has the new names already. */
  readonly renames?: Renames;
}

interface EnvironmentSide {
  readonly desiredState: DesiredState;
  readonly targets: readonly TargetResult[];
}

/** Whether nothing can differ: two runs share the very same targets only where all that they are made of is equal. */
export function isShared({ base, head }: ComparedEnvironment): boolean {
  const known = new Set(base.targets);
  return (
    base.targets.length === head.targets.length && head.targets.every((target) => known.has(target))
  );
}

/** The same with all views and manifests made: they stay for as long as somebody holds this. */
export function holdContents({ base, head, ...rest }: ComparedEnvironment): ComparedEnvironment {
  const hold = ({ desiredState, targets }: EnvironmentSide): EnvironmentSide => ({
    desiredState,
    // Copying asks each target for all that it has.
    targets: targets.map((target) => ({ ...target })),
  });
  return { ...rest, base: hold(base), head: hold(head) };
}
