import { existsSync, realpathSync } from "node:fs";
import { relative, sep } from "node:path";
import { explainRefusal } from "./explain-refusal.ts";
import { GitError, unexpectedAnswer } from "./git-error.ts";
import { findCommit, resolveCommit } from "./resolve-commit.ts";
import { runGit } from "./run-git.ts";

/** A repository on this machine and the folder of the estate in it. */
export interface Repository {
  readonly root: string;
  /** Path of the estate below the root with a closing `/`; empty for the root itself. */
  readonly prefix: string;
  /** The commit that a branch, tag or expression names. Throws GitError when there is none. */
  readonly commitOf: (ref: string) => Promise<string>;
  /** The newest common ancestor of two commits. Throws GitError when there is none. */
  readonly mergeBase: (left: string, right: string) => Promise<string>;
  /** The commit that a pull request would be compared with: the merge base with the main branch of this clone. */
  readonly defaultBase: () => Promise<{ readonly commit: string; readonly label: string }>;
}

/** Opens the repository around a folder. Throws GitError when git cannot read one. */
export async function openRepository(estate: string): Promise<Repository> {
  const root = await findRoot(estate);
  return {
    root,
    prefix: prefixOf(estate, root),
    commitOf: (ref) => resolveCommit(root, ref),
    mergeBase: (left, right) => mergeBase(root, left, right),
    defaultBase: () => defaultBase(root),
  };
}

async function findRoot(estate: string): Promise<string> {
  const { code, output, complaint } = await runGit(estate, ["rev-parse", "--show-toplevel"]);
  if (code !== 0) throw explainRefusal(estate, complaint);
  const root = output.toString("utf8").replace(/\n$/, "");
  if (!existsSync(root)) throw unexpectedAnswer("rev-parse --show-toplevel", root);
  return root;
}

function prefixOf(estate: string, root: string): string {
  const below = relative(realpathSync(root), realpathSync(estate)).split(sep).join("/");
  if (below !== ".." && !below.startsWith("../")) return below === "" ? "" : `${below}/`;
  throw new GitError(
    `The repository around ${estate} has its work tree elsewhere: ${root}. Run git config --unset core.worktree.`,
  );
}

async function mergeBase(root: string, left: string, right: string): Promise<string> {
  const [first, second] = [await resolveCommit(root, left), await resolveCommit(root, right)];
  const { output } = await runGit(root, ["merge-base", first, second]);
  const commit = output.toString("utf8").trim();
  if (commit !== "") return await resolveCommit(root, commit);
  throw new GitError(
    `${left} and ${right} have no common ancestor in this clone. A shallow clone may lack it: git fetch --unshallow`,
  );
}

/** Names of the main branch in a clone. The remote branches come first: a local one may be old. */
const mainBranches = ["origin/HEAD", "origin/main", "origin/master", "main", "master"];

async function defaultBase(root: string): Promise<{ commit: string; label: string }> {
  for (const label of mainBranches) {
    if ((await findCommit(root, label)) !== undefined)
      return { commit: await mergeBase(root, label, "HEAD"), label };
  }
  throw new GitError(
    `This clone has no main branch (${mainBranches.join(", ")}). Name the base: alto diff BASE`,
  );
}
