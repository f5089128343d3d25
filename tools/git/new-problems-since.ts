import { compareWithBaseline, type NewProblems } from "@altostrata/pipeline";
import { runStates, type StatesToRun } from "./run-states.ts";

export interface NewProblemsRequest extends Pick<
  StatesToRun,
  "estate" | "base" | "asOf" | "onProgress" | "memory"
> {
  /** Selects environments and targets; all when absent. Problems of the whole estate always count. */
  readonly selects?: (place: { environment?: string; target?: string }) => boolean;
}

/** The problems that the work tree adds to those of a commit, by the rules of both. Throws GitError when git lacks the commit. */
export async function newProblemsSince(request: NewProblemsRequest): Promise<NewProblems> {
  const { base, head, headRules, baseBy, policies } = await runStates(request);
  const { selects = () => true } = request;
  const chosen = <Item extends { environment?: string; target?: string }>(
    items: readonly Item[],
  ): readonly Item[] => items.filter((item) => selects(item));
  const select = ({ result, ...name }: typeof base): typeof base => ({
    ...name,
    result: {
      ...result,
      targets: result.targets.filter((target) => selects(target)),
      diagnostics: chosen(result.diagnostics),
      findings: chosen(result.findings),
    },
  });
  return compareWithBaseline({
    base: select(base),
    head: select(head),
    ...(policies
      ? {
          policies: {
            ...policies,
            byBase: chosen(policies.byBase),
            byHead: chosen(policies.byHead),
          },
          baseByHead: chosen(baseBy(headRules)),
        }
      : {}),
  });
}
