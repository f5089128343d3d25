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
  /** Diagnostics of the whole run: what is broken proves nothing. */
  readonly problems: number;
}

/** The lock-in score of each environment, or of one; always out of a run over all, for proofs may stand in another. Throws CannotRunError for an unknown one. */
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
      "There is nothing to score: no environment can be read. alto validate says what is wrong.",
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
