import { posix } from "node:path";
import { GitError } from "./git-error.ts";
import type { Repository } from "./open-repository.ts";
import { runGitOrThrow } from "./run-git.ts";

/** Folders of data that make a folder an estate. */
export const estateFolders = ["artefacts", "clouds", "environments"] as const;

/**
 * The folder of the estate in a commit, with a closing `/`, empty for the root. It is the folder of the work tree unless the estate
 * was moved since. Throws GitError when the commit holds no estate.
 */
export async function findEstateFolder(
  { root, prefix }: Repository,
  commit: string,
): Promise<string> {
  const wanted = estateFolders.map((name) => prefix + name);
  if ((await listFolders(root, commit, wanted)).length > 0) return prefix;
  return highestEstate(await listFolders(root, commit, []), commit);
}

/** The estate nearest to the root: tests and examples may hold others. */
export function highestEstate(folders: readonly string[], commit: string): string {
  const all = new Set(folders);
  const estates = folders
    .filter((folder) => posix.basename(folder) === "environments")
    .map((folder) => folder.slice(0, -"environments".length))
    .filter((parent) => needed.every((name) => all.has(parent + name)));
  const depth = (folder: string) => folder.split("/").length;
  const lowest = Math.min(...estates.map(depth));
  const [found, ...others] = estates.filter((folder) => depth(folder) === lowest);
  if (found === undefined) throw noEstate(commit);
  if (others.length > 0) throw severalEstates(commit, [found, ...others]);
  return found;
}

/** Examples and tests have data, and seldom rules. */
const needed = [...estateFolders, "policies"];

async function listFolders(
  root: string,
  commit: string,
  paths: readonly string[],
): Promise<readonly string[]> {
  const deep = paths.length === 0 ? ["-r"] : [];
  const command = ["ls-tree", ...deep, "-d", "-z", "--name-only", "--full-tree", commit, "--"];
  const output = await runGitOrThrow(root, [...command, ...paths]);
  return output
    .toString("utf8")
    .split("\0")
    .filter((path) => path !== "");
}

function noEstate(commit: string): GitError {
  return new GitError(
    `Commit ${commit.slice(0, 10)} holds no estate: no folder has ${needed.join(", ")}. Compare with a later commit.`,
  );
}

function severalEstates(commit: string, folders: readonly string[]): GitError {
  return new GitError(
    `Commit ${commit.slice(0, 10)} holds several estates, and none where the estate is now: ${folders.join(", ")}. Compare with a commit after the move.`,
  );
}
