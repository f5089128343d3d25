import { createHash } from "node:crypto";
import { GitError } from "./git-error.ts";
import type { Repository } from "./open-repository.ts";
import { runGit } from "./run-git.ts";

/** What changes in each file between two commits: a digest of its own lines, by path from the repository's root. */
export type FileChanges = Readonly<Record<string, string>>;

/** What only people read in the estate's data: a line that is empty or a comment. */
const silentLine = /^[ +-]\s*(?:#.*)?$/;

/**
 * The files that differ between two commits with a digest of what differs, which stays the same while others change other lines of
 * the file. In the estate's data, comments and empty lines do not count. Throws GitError when git has none of the commits.
 */
export async function fileChanges(
  { root, prefix }: Repository,
  base: string,
  head: string,
): Promise<FileChanges> {
  const range = ["--end-of-options", base, head];
  const names = await ask(root, ["diff-tree", "-r", "--no-renames", "--name-only", "-z", ...range]);
  // Every file as text, whatever its attributes say, and as little around it as git needs to merge two changes.
  const as = ["--text", "--no-textconv", "--no-ext-diff", "--no-color", "--unified=1"];
  const patch = await ask(root, ["diff-tree", "-r", "-p", "--no-renames", ...as, ...range]);
  const paths = names.split("\0").filter((name) => name !== "");
  const parts = patch.split(/^(?=diff --git )/m).filter((part) => part !== "");
  if (parts.length !== paths.length) throw new GitError("git tells changed files in two ways");
  const data = dataFolders.map((folder) => prefix + folder);
  return Object.fromEntries(
    paths.flatMap((path, index): [string, string][] => {
      const isData = data.some((folder) => path.startsWith(folder));
      const own = ownLines(parts[index] ?? "", isData);
      const digest = createHash("sha256").update(own, "latin1").digest("hex");
      return own === "" ? [] : [[Buffer.from(path, "latin1").toString("utf8"), digest]];
    }),
  );
}

const dataFolders = ["artefacts/", "clouds/", "environments/"];

/** The lines of a patch without where they stand and without names of blobs, which change with what others do. */
function ownLines(part: string, isData: boolean): string {
  const [head = "", ...hunks] = part.split(/^@@ .*\n/m);
  const mode = head.split("\n").filter((line) => / mode /.test(line));
  const spoken = (lines: readonly string[]) =>
    isData ? lines.filter((line) => !silentLine.test(line)) : lines;
  const told = hunks.flatMap((hunk) => {
    const lines = spoken(hunk.split("\n"));
    return lines.some((line) => /^[+-]/.test(line)) ? lines : [];
  });
  return [...mode, ...told].join("\n");
}

/** Latin-1 keeps every byte. */
async function ask(root: string, command: readonly string[]): Promise<string> {
  const { code, output } = await runGit(root, command);
  if (code !== 0)
    throw new GitError(`git ${command[0]} failed between ${command.at(-2)} and ${command.at(-1)}`);
  return output.toString("latin1");
}
