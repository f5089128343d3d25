import { GitError, unexpectedAnswer } from "./git-error.ts";
import { runGit } from "./run-git.ts";

/** The commit that a branch, tag or expression names. Throws GitError when it names none, or more than one. */
export async function resolveCommit(root: string, ref: string): Promise<string> {
  const commit = await findCommit(root, ref);
  if (commit === undefined) throw isRange(ref) ? rangeRefused(ref) : unknownCommit(ref);
  return commit;
}

/** Like `resolveCommit`, undefined when the ref names no commit. */
export async function findCommit(root: string, ref: string): Promise<string | undefined> {
  // A leading dash would make it an option.
  if (ref === "" || ref.startsWith("-")) return undefined;
  const command = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`];
  const { code, output } = await runGit(root, command);
  if (code !== 0) return undefined;
  const answer = output.toString("utf8").trim();
  if (isHash(answer)) return answer;
  // One line for each end of a range, with `^` before those that are left out.
  if (answer.split("\n").every((line) => isHash(line.replace(/^\^/, "")))) throw rangeRefused(ref);
  throw unexpectedAnswer("rev-parse", answer);
}

function isHash(text: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}

/** In `REF^{/text}` and `REF:path` two dots are text. */
function isRange(ref: string): boolean {
  return /^\^|^[^:{]*\.\./.test(ref);
}

function rangeRefused(ref: string): GitError {
  const [base, head] = ref.replace(/^\^/, "").split(/\.{2,3}/);
  const names = [base || "HEAD", head].filter((name) => name !== undefined && name !== "");
  return new GitError(
    `${ref} is a range of commits, and one commit is needed here. Name the commits one by one: ${names.join(" ")}`,
  );
}

/** History that is missing in a shallow clone cannot be fetched by an expression like `HEAD~50`. */
function unknownCommit(ref: string): GitError {
  return new GitError(
    /[~^@]/.test(ref)
      ? `git knows no commit ${ref}. The history may end before it: fetch more (git fetch --unshallow), or name a later commit.`
      : `git knows no commit ${ref}. Fetch it (git fetch origin ${ref}), or name another branch, tag or commit.`,
  );
}
