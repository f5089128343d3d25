import type { Repository } from "./open-repository.ts";
import { runGit } from "./run-git.ts";

/** The paths of all files below a folder of a commit, from that folder on; empty where there is no such folder. The folder counts from the estate. */
export async function listFiles(
  { root, prefix }: Repository,
  commit: string,
  folder: string,
): Promise<readonly string[]> {
  const start = `${prefix}${folder}/`;
  const command = ["ls-tree", "-r", "-z", "--name-only", "--full-tree", commit, "--", start];
  const { output } = await runGit(root, command);
  return output
    .toString("utf8")
    .split("\0")
    .filter((path) => path !== "")
    .map((path) => path.slice(start.length));
}
