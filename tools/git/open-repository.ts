import { realpathSync } from "node:fs";
import { relative, sep } from "node:path";
import { simpleGit, type SimpleGit } from "simple-git";
import { GitError } from "./git-error.ts";

/** A repository on this machine, and where the estate stands in it. */
export interface Repository {
  readonly root: string;
  /** Path of the estate below the root with a closing `/`, empty when it is the root itself. */
  readonly prefix: string;
  /** The commit that a branch, tag, or expression names. Throws GitError when there is none. */
  readonly commitOf: (ref: string) => Promise<string>;
  /** The newest commit that both are built on. Throws GitError when their histories never meet. */
  readonly mergeBase: (left: string, right: string) => Promise<string>;
  /** The commit a pull request would be compared with: the merge base with the main branch, as far as this clone knows it. */
  readonly defaultBase: () => Promise<{ readonly commit: string; readonly label: string }>;
}

/** Opens the repository around a folder. Throws GitError when git is missing or the folder is in none. */
export async function openRepository(estate: string): Promise<Repository> {
  const git = simpleGit({ baseDir: estate });
  const root = await ask(git, ["rev-parse", "--show-toplevel"], () => {
    return `${estate} is in no git repository, so there is nothing to compare with. Run git init, or name two folders.`;
  });
  const below = relative(realpathSync(root), realpathSync(estate)).split(sep).join("/");
  const commitOf = (ref: string) => resolveRef(git, ref);
  return {
    root,
    prefix: below === "" ? "" : `${below}/`,
    commitOf,
    mergeBase: (left, right) => mergeBaseOf(git, left, right),
    defaultBase: () => defaultBase(git),
  };
}

/** `HEAD~50` and the like cannot be fetched: the history that is here is shorter. */
function remedyFor(ref: string): string {
  return /[~^@]/.test(ref)
    ? "The history here does not go that far: fetch more of it (git fetch --unshallow), or name a later commit."
    : `Fetch it first (git fetch origin ${ref}), or name another: a branch, a tag, a commit.`;
}

async function resolveRef(git: SimpleGit, ref: string): Promise<string> {
  const problem = () => `git knows no commit ${ref}. ${remedyFor(ref)}`;
  // What begins with a dash would be an option.
  if (ref === "" || ref.startsWith("-")) throw new GitError(problem());
  return await ask(
    git,
    ["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`],
    problem,
  );
}

async function mergeBaseOf(git: SimpleGit, left: string, right: string): Promise<string> {
  const [first, second] = [await resolveRef(git, left), await resolveRef(git, right)];
  return await ask(git, ["merge-base", first, second], () => {
    return `${left} and ${right} have no commit in common in this clone. A shallow clone lacks it: git fetch --unshallow`;
  });
}

/** Names under which a clone knows the main branch, the remote's before the local one, which may be old. */
const mainBranches = ["origin/HEAD", "origin/main", "origin/master", "main", "master"];

async function defaultBase(git: SimpleGit): Promise<{ commit: string; label: string }> {
  for (const branch of mainBranches) {
    const known = await git
      .raw(["rev-parse", "--verify", "--quiet", "--end-of-options", `${branch}^{commit}`])
      .catch(() => "");
    if (known.trim() !== "")
      return { commit: await mergeBaseOf(git, branch, "HEAD"), label: branch };
  }
  throw new GitError(
    `This clone has no main branch (${mainBranches.join(", ")}). Name the base: alto diff BASE`,
  );
}

async function ask(git: SimpleGit, command: string[], problem: () => string): Promise<string> {
  try {
    const answer = (await git.raw(command)).trim();
    if (answer !== "") return answer;
  } catch (error) {
    if (isMissingProgram(error)) {
      throw new GitError(
        "git is not installed, or not on the PATH: it holds the state to compare with.",
      );
    }
    throw new GitError(problem(), { cause: error });
  }
  throw new GitError(problem());
}

function isMissingProgram(error: unknown): boolean {
  return error instanceof Error && /ENOENT/.test(error.message);
}
