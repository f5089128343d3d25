import { unexpectedAnswer } from "./git-error.ts";
import { findEstateFolder } from "./find-estate-folder.ts";
import type { Repository } from "./open-repository.ts";
import { runGitOrThrow } from "./run-git.ts";

export interface TreeEntry {
  readonly mode: string;
  readonly hash: string;
  readonly size: number;
  /** Relative to the estate. */
  readonly path: string;
}

export const linkMode = "120000";
const submoduleMode = "160000";

/** The files and links below some folders or files of the estate in a commit. Throws GitError when the commit holds no estate. */
export async function listTree(
  repository: Repository,
  commit: string,
  paths: readonly string[],
): Promise<readonly TreeEntry[]> {
  const prefix = await findEstateFolder(repository, commit);
  const command = ["ls-tree", "-r", "-z", "--long", "--full-tree", commit, "--"];
  const places = paths.map((path) => prefix + path);
  const output = await runGitOrThrow(repository.root, [...command, ...places]);
  return output
    .toString("utf8")
    .split("\0")
    .filter((record) => record !== "")
    .map((record) => parseRecord(record, prefix.length))
    .filter(({ mode }) => mode !== submoduleMode);
}

/** `<mode> <type> <hash> <size>`, a tab, the path. */
function parseRecord(record: string, prefix: number): TreeEntry {
  const [, mode, hash, size, path] =
    /^([0-7]{6}) [a-z]+ ([0-9a-f]+) +([0-9]+|-)\t(.*)$/s.exec(record) ?? [];
  if (mode === undefined || hash === undefined || path === undefined)
    throw unexpectedAnswer("ls-tree", record);
  return { mode, hash, size: Number(size) || 0, path: path.slice(prefix) };
}
