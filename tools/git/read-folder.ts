import { simpleGit } from "simple-git";
import type { Repository } from "./open-repository.ts";
import { readBlobs } from "./read-blobs.ts";

/** The plain files right in one folder of a commit, as text by name; empty where there is no such folder. The path counts from the estate. */
export async function readFolder(
  { root, prefix }: Repository,
  commit: string,
  folder: string,
): Promise<ReadonlyMap<string, string>> {
  const listed = await simpleGit({ baseDir: root }).raw([
    "ls-tree",
    "-z",
    "--full-tree",
    commit,
    "--",
    `${prefix}${folder}/`,
  ]);
  const files = listed.split("\0").flatMap((line) => {
    const [, hash, path] = /^100[0-7]{3} blob ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
    return hash === undefined || path === undefined
      ? []
      : [{ hash, name: path.slice(path.lastIndexOf("/") + 1) }];
  });
  const blobs = await readBlobs(
    root,
    files.map(({ hash }) => hash),
  );
  return new Map(files.map(({ hash, name }) => [name, blobs.get(hash)?.toString("utf8") ?? ""]));
}
