import { linkMode, listTree } from "./list-tree.ts";
import type { Repository } from "./open-repository.ts";
import { readBlobs } from "./read-blobs.ts";

/** The text of the plain files directly in a folder of the estate in a commit, by name; empty when the folder is missing. */
export async function readFolder(
  repository: Repository,
  commit: string,
  folder: string,
): Promise<ReadonlyMap<string, string>> {
  const files = (await listTree(repository, commit, [`${folder}/`]))
    .filter(({ mode }) => mode !== linkMode)
    .map(({ hash, path }) => ({ hash, name: path.slice(folder.length + 1) }))
    .filter(({ name }) => !name.includes("/"));
  const hashes = files.map(({ hash }) => hash);
  const blobs = await readBlobs(repository.root, hashes);
  return new Map(files.map(({ hash, name }) => [name, blobs.get(hash)?.toString("utf8") ?? ""]));
}
