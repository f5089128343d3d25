import { fileChanges, GitError } from "@altostrata/git";
import type { Comparison } from "@altostrata/pipeline";
import type { PublishContext } from "./publish-context.ts";

/** Two commits with everything that changes between them. */
export interface ComparedCommits {
  readonly base: string;
  readonly head: string;
  readonly comparison: Comparison;
  /** Digests of the changed lines by path. */
  readonly files: Readonly<Record<string, string>>;
}

/** Compares two commits of the clone. Throws GitError when they cannot be compared. */
export async function compareCommits(
  { git, compare }: PublishContext,
  base: string,
  head: string,
): Promise<ComparedCommits> {
  const files = await fileChanges(git, base, head);
  return { base, head, comparison: await compare(base, head), files };
}

/** Compares a commit with the point where it left another. Throws GitError when the clone cannot get both. */
export async function compareBranch(
  context: PublishContext,
  target: string,
  head: string,
): Promise<ComparedCommits> {
  for (const commit of [target, head]) {
    if (!(await context.fetch(commit)))
      throw new GitError(`commit ${commit.slice(0, 12)} cannot be fetched`);
  }
  return await compareCommits(context, await context.git.mergeBase(target, head), head);
}

/** The result of a step, or the reason why there is none. A pull request can make the tools fail, so every failure is a result. */
export async function resultOrReason<T>(
  step: () => Promise<T>,
  log: (text: string) => void,
): Promise<{ readonly result: T } | { readonly reason: string }> {
  try {
    return { result: await step() };
  } catch (error) {
    if (error instanceof GitError) return { reason: error.message };
    log(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return { reason: "the tools failed; the log of the run has the error" };
  }
}
