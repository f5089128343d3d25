import { gatherFacts, scoreLockIn, type LockInScore } from "@altostrata/topology";
import { CannotRunError } from "./cannot-run-error.ts";
import { runEstate } from "./run-estate.ts";

export interface ScoredEstate {
  readonly scored: readonly { readonly environment: string; readonly score: LockInScore }[];
  /** Diagnostics of the whole run: what is broken proves nothing. */
  readonly problems: number;
}

/** The lock-in score of each environment, or of one; always out of a run over all, for proofs may stand in another. Throws CannotRunError for an unknown one. */
export async function scoreEstate(
  { estate, asOf }: { estate: string; asOf: string },
  only: string | undefined,
): Promise<ScoredEstate> {
  const result = await runEstate({ estate, asOf });
  const names = result.desiredState.environments.map(({ name }) => name);
  if (only !== undefined && !names.includes(only)) {
    throw new CannotRunError(
      `There is no environment ${only}. The environments: ${names.join(", ")}.`,
    );
  }
  const wanted = names.filter((name) => only === undefined || name === only);
  if (wanted.length === 0) {
    throw new CannotRunError("There is no environment, so there is nothing to score.");
  }
  return {
    scored: wanted.map((environment) => ({
      environment,
      score: scoreLockIn(gatherFacts(result, environment)),
    })),
    problems: result.diagnostics.length,
  };
}
