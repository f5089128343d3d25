import { listTree } from "./list-tree.ts";
import type { Repository } from "./open-repository.ts";

/** The paths of all files below a folder of the estate in a commit, relative to that folder; empty when the folder is missing. */
export async function listFiles(
  repository: Repository,
  commit: string,
  folder: string,
): Promise<readonly string[]> {
  const entries = await listTree(repository, commit, [`${folder}/`]);
  return entries.map(({ path }) => path.slice(folder.length + 1));
}
