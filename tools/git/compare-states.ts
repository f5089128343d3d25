import {
  cachedSteps,
  compareBoth,
  type CompareBothRequest,
  type Comparison,
  type Steps,
} from "@altostrata/pipeline";
import { openStates, type StatesToRun } from "./open-states.ts";

/** The two states of an estate to compare, and the options of the comparison. */
export interface StatesToCompare
  extends Omit<StatesToRun, "unknownKeysOfBase">, Omit<CompareBothRequest, "names"> {
  /** Shared by both sides; cached in memory by default. */
  readonly steps?: Steps;
}

/** Compares two states, each with its own templates, definitions and rules. Throws GitError if git lacks one. */
export async function compareStates(request: StatesToCompare): Promise<Comparison> {
  const { steps = cachedSteps() } = request;
  // A change may remove a key from the definitions and the files at once, which has no effect on what runs.
  const states = { ...request, unknownKeysOfBase: "left out" } as const;
  const { estates, names } = await openStates(states, steps);
  return await compareBoth(estates, { ...request, names }, steps);
}
