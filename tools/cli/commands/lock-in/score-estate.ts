import {
  collectFacts,
  proveFacts,
  scoreLockIn,
  type CollectedFacts,
  type LockInScore,
} from "@altostrata/topology";
import { CannotRunError } from "../../failures/cannot-run-error.ts";
import { refuseUnknown } from "../../options/refuse-unknown.ts";
import { runEstate } from "../../run/run-estate.ts";

export interface ScoredEstate {
  readonly scored: readonly { readonly environment: string; readonly score: LockInScore }[];
  /** The number of diagnostics of the whole run. Broken parts prove nothing. */
  readonly problems: number;
}

/**
 * The lock-in scores of one or all environments. Runs the whole estate, because another environment can hold the
 * evidence. Throws CannotRunError for an unknown environment.
 */
export async function scoreEstate(
  { estate, asOf }: { estate: string; asOf: string },
  only: string | undefined,
): Promise<ScoredEstate> {
  const facts = new Map<string, CollectedFacts>();
  const result = await runEstate({
    estate,
    asOf,
    onRendered: (targets, desiredState) => {
      const environment = targets[0]?.environment ?? "";
      if (only === undefined || environment === only)
        facts.set(environment, collectFacts(desiredState, targets));
    },
  });
  const names = result.desiredState.environments.map(({ name }) => name);
  refuseUnknown(result.desiredState, { environment: only });
  const wanted = names.filter((name) => only === undefined || name === only);
  if (wanted.length === 0) {
    throw new CannotRunError(
      "There is nothing to score: no environment can be read. Run alto validate for details.",
    );
  }
  return {
    scored: wanted.map((environment) => ({
      environment,
      score: scoreLockIn(
        proveFacts(facts.get(environment) ?? collectFacts(result.desiredState, []), result),
      ),
    })),
    problems: result.diagnostics.length,
  };
}
