import type { RenderedTarget } from "@altostrata/pipeline";
import { collectFacts, proveFacts, type Proven } from "../evidence/gather-facts.ts";
import type { LockInFacts } from "../lock-in-facts.ts";

/** A run whose targets are still rendered. */
export interface RenderedRun extends Proven {
  readonly targets: readonly RenderedTarget[];
}

/** Returns the proven facts of one environment (or of all). */
export function gatherFacts(run: RenderedRun, environment?: string): LockInFacts {
  const targets = run.targets.filter(
    (one) => environment === undefined || one.environment === environment,
  );
  return proveFacts(collectFacts(run.desiredState, targets), run);
}
