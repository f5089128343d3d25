import type { DesiredState } from "../model/estate/desired-state.ts";
import type { RenderedTarget } from "../model/results/rendered-target.ts";
import type { Renames } from "./renames/renames.ts";

/** One environment on both sides of a comparison. A side without the environment has no targets. */
export interface ComparedEnvironment {
  readonly environment: string;
  readonly base: EnvironmentSide;
  readonly head: EnvironmentSide;
  /** The renames of the head, if any. The base already has the new names. */
  readonly renames?: Renames;
}

interface EnvironmentSide {
  readonly desiredState: DesiredState;
  readonly targets: readonly RenderedTarget[];
}
