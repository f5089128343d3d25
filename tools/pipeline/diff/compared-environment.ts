import type { DesiredState } from "../model/estate/desired-state.ts";
import type { RenderedTarget } from "../model/results/rendered-target.ts";
import type { Renames } from "./renames/renames.ts";

/** One environment on both sides of a comparison; a side that has no such environment has no targets. */
export interface ComparedEnvironment {
  readonly environment: string;
  readonly base: EnvironmentSide;
  readonly head: EnvironmentSide;
  /** Names that the newer state changed, if any: the base has the new names already. */
  readonly renames?: Renames;
}

interface EnvironmentSide {
  readonly desiredState: DesiredState;
  readonly targets: readonly RenderedTarget[];
}
