import {
  cachedSteps,
  compareWithBaseline,
  policySides,
  runBoth,
  runResolved,
  withPolicies,
  type Both,
  type ComparedRun,
  type NewProblems,
  type EnvironmentTarget,
  type Finding,
  type ResolvedEstate,
  type Steps,
} from "@altostrata/pipeline";
import { openStates, type StatesToRun } from "./open-states.ts";

export interface NewProblemsRequest extends Pick<
  StatesToRun,
  "estate" | "base" | "asOf" | "onProgress"
> {
  /** Selects environments and targets; all by default. Problems of the whole estate always count. */
  readonly selects?: (place: Partial<EnvironmentTarget>) => boolean;
  /** Shared by both sides; cached in memory by default. */
  readonly steps?: Steps;
}

/**
 * Lists the problems that the work tree adds to those of a commit, by the rules of both. Throws GitError if git lacks
 * the commit.
 */
export async function newProblemsSince(request: NewProblemsRequest): Promise<NewProblems> {
  const { selects = () => true, steps = cachedSteps() } = request;
  const { estates, names } = await openStates(request, steps);
  const results = await runBoth(estates, steps);
  const policies = await policySides(estates, results.head, steps);
  const chosen = <Item extends Partial<EnvironmentTarget>>(items: readonly Item[]) =>
    items.filter((item) => selects(item));
  const select = ({ result, ...name }: ComparedRun): ComparedRun => ({
    ...name,
    result: {
      ...result,
      targets: chosen(result.targets),
      diagnostics: chosen(result.diagnostics),
      findings: chosen(result.findings),
    },
  });
  return compareWithBaseline({
    base: select({ result: results.base, ...names.base }),
    head: select({ result: results.head, ...names.head }),
    ...(policies
      ? {
          policies: {
            ...policies,
            byBase: chosen(policies.byBase),
            byHead: chosen(policies.byHead),
          },
          baseByHead: chosen(await findingsByHead(estates, steps)),
        }
      : {}),
  });
}

/** Returns the findings of the head's rules in the base. */
async function findingsByHead(
  { base, head }: Both<ResolvedEstate>,
  steps: Steps,
): Promise<readonly Finding[]> {
  return (await runResolved(withPolicies(base, head.rules.policies), steps)).findings;
}
