import {
  cachedSteps,
  compareBoth,
  type CompareBothRequest,
  type Comparison,
  type Steps,
} from "@altostrata/pipeline";
import { openStates, type StatesToRun } from "./open-states.ts";

/** Which two states of an estate to compare, and how. */
export interface StatesToCompare
  extends Omit<StatesToRun, "unknownKeysOfBase">, Omit<CompareBothRequest, "names"> {
  /** Both sides share them; with a cache in memory when absent. */
  readonly steps?: Steps;
}

/** The changes between two states, each by its own templates, definitions and rules. Throws GitError when git has none of them. */
export async function compareStates(request: StatesToCompare): Promise<Comparison> {
  const { steps = cachedSteps() } = request;
  // A change may take a key out of the definitions and out of the files at once, which changes nothing that runs.
  const states = { ...request, unknownKeysOfBase: "left out" } as const;
  const { estates, names } = await openStates(states, steps);
  return await compareBoth(estates, { ...request, names }, steps);
}
