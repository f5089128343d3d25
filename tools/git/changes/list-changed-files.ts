import { unexpectedAnswer } from "../git-error.ts";
import { runGitOrThrow } from "../run-git.ts";

export const submoduleMode = "160000";

/** Mode and blob of a file in one commit, all zeros where it is missing. */
interface FileSide {
  readonly mode: string;
  readonly hash: string;
}

export interface ChangedFile {
  /** Git's letter: added, deleted, modified, or another type of file. */
  readonly status: string;
  /** From the repository's root. It need not be UTF-8. */
  readonly path: Buffer;
  readonly sides: Readonly<Record<"base" | "head", FileSide>>;
}

/** The files that differ between two commits, in the order in which git prints their patches. */
export async function listChangedFiles(
  root: string,
  range: readonly string[],
): Promise<readonly ChangedFile[]> {
  const options = ["-r", "-z", "--raw", "--no-abbrev", "--no-renames", "--ignore-submodules=none"];
  const command = ["diff-tree", ...options, "--no-relative", "--end-of-options", ...range];
  const fields = (await runGitOrThrow(root, command)).toString("latin1").split("\0");
  const files: ChangedFile[] = [];
  for (let index = 0; index + 1 < fields.length; index += 2)
    files.push(parseRecord(fields[index] ?? "", fields[index + 1] ?? ""));
  return files;
}

/** `:<mode> <mode> <hash> <hash> <status>` and the path, each with a NUL after it. */
function parseRecord(record: string, path: string): ChangedFile {
  const [, before = "", after = "", base = "", head = "", status = ""] =
    /^:([0-7]{6}) ([0-7]{6}) ([0-9a-f]+) ([0-9a-f]+) ([A-Z])$/.exec(record) ?? [];
  if (status === "" || path === "") throw unexpectedAnswer("diff-tree", record);
  return {
    status,
    path: Buffer.from(path, "latin1"),
    sides: { base: { mode: before, hash: base }, head: { mode: after, hash: head } },
  };
}
