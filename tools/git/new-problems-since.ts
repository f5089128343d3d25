import { compareWithBaseline, type NewProblems } from "@altostrata/pipeline";
import { runStates, type StatesToRun } from "./run-states.ts";

export interface NewProblemsRequest extends Pick<
  StatesToRun,
  "estate" | "base" | "asOf" | "onProgress" | "memory"
> {
  /** Which environments and targets count; all when absent. What belongs to no single one always does. */
  readonly selects?: (place: { environment?: string; target?: string }) => boolean;
}

/** What the work tree adds to the problems that a commit has already, by the rules of both. Throws GitError when git has no such commit. */
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
