import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { GitError } from "./git-error.ts";

/** Why git opens no repository around a folder, from its message on standard error, and what to do. */
export function explainRefusal(folder: string, complaint: string): GitError {
  const owned = /dubious ownership in repository at '(.*)'|unsafe repository \('(.*)' is/.exec(
    complaint,
  );
  if (owned) return otherOwner(owned[1] ?? owned[2] ?? folder);
  if (!/not a git repository/i.test(complaint)) {
    return new GitError(`git cannot read the repository around ${folder}: ${complaint}`);
  }
  const damaged = repositoryAbove(folder);
  return damaged === undefined ? noRepository(folder) : damagedRepository(damaged);
}

function otherOwner(root: string): GitError {
  return new GitError(
    `git does not read ${root}, because the folder belongs to another user. If you trust it, run: git config --global --add safe.directory '${root}'`,
  );
}

function noRepository(folder: string): GitError {
  return new GitError(
    `${folder} is in no git repository, so there is no earlier state to compare with. Run git init, or name a folder in a clone: --estate FOLDER`,
  );
}

function damagedRepository(root: string): GitError {
  return new GitError(
    `${join(root, ".git")} is no valid repository: its HEAD, objects or refs are missing or damaged. Check .git/HEAD (it should read: ref: refs/heads/BRANCH), or clone again.`,
  );
}

/** The nearest folder upwards with a `.git`. git takes a damaged one for none. */
function repositoryAbove(folder: string): string | undefined {
  if (existsSync(join(folder, ".git"))) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : repositoryAbove(parent);
}
