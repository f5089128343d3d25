import { createHash } from "node:crypto";
import { estateFolders } from "../find-estate-folder.ts";
import { GitError } from "../git-error.ts";
import type { Repository } from "../open-repository.ts";
import { resolveCommit } from "../resolve-commit.ts";
import { runGitOrThrow } from "../run-git.ts";
import { changedLines } from "./changed-lines.ts";
import { listChangedFiles, submoduleMode, type ChangedFile } from "./list-changed-files.ts";
import { parsePatch } from "./parse-patch.ts";
import { printablePath } from "./printable-path.ts";
import { isOnSide, withoutSilentLines, type PatchLine } from "./patch-line.ts";

/** The files that a change touches, by path from the repository's root, each with a digest of its changed lines. */
export type FileChanges = Readonly<Record<string, string>>;

/**
 * The files that differ between two commits, with a digest of what differs. The digest stays the same while others change other
 * lines of the file. Comments and blank lines in YAML data do not count. Throws GitError when git lacks a commit.
 */
export async function fileChanges(
  { root, prefix }: Repository,
  base: string,
  head: string,
): Promise<FileChanges> {
  const range = [await resolveCommit(root, base), await resolveCommit(root, head)];
  const files = await listChangedFiles(root, range);
  const patches = parsePatch(await runGitOrThrow(root, [...diffCommand, ...range]));
  const expected = files.reduce((sum, file) => sum + patchesOf(file), 0);
  if (patches.length !== expected)
    throw new GitError("git diff-tree lists other files than it compares.");
  let next = 0;
  const changes = files.flatMap((file): [string, string][] => {
    const lines = patches.slice(next, next + patchesOf(file)).flat();
    next += patchesOf(file);
    refuseWrongPatch(file, lines);
    const digest = digestOf(file, isYamlData(file, prefix) ? withoutSilentLines(lines) : lines);
    return digest === undefined ? [] : [[printablePath(file.path), digest]];
  });
  return Object.fromEntries(changes);
}

/** Whole files, as text whatever their attributes are. The algorithm is the one that git merges with. */
const diffCommand = [
  "diff-tree -r -p --no-renames --ignore-submodules=none --submodule=short",
  "--text --no-textconv --no-ext-diff --no-color --no-relative",
  "--diff-algorithm=histogram --indent-heuristic --unified=1000000000 --end-of-options",
].flatMap((part) => part.split(" "));

/** A file that becomes a link, or a link a submodule, is removed and added. */
function patchesOf({ status }: ChangedFile): number {
  return status === "T" ? 2 : 1;
}

/** A patch must rebuild both files, or something would be missing from the digest. */
function refuseWrongPatch({ path, sides }: ChangedFile, lines: readonly PatchLine[]): void {
  if (sides.base.hash === sides.head.hash) return;
  for (const side of ["base", "head"] as const) {
    const { mode, hash } = sides[side];
    if (/^0+$/.test(hash) || mode === submoduleMode) continue;
    const texts = lines.filter((line) => isOnSide(line, side)).map(({ text }) => text);
    const content = Buffer.from(texts.join(""), "latin1");
    if (blobHash(content, hash.length) !== hash)
      throw new GitError(
        `git diff-tree shows other content of ${printablePath(path)} than the commit.`,
      );
  }
}

function blobHash(content: Buffer, digits: number): string {
  const header = `blob ${content.length}\0`;
  return createHash(digits === 64 ? "sha256" : "sha1")
    .update(header)
    .update(content)
    .digest("hex");
}

/** Templates and CSV have no comments that a reader could tell from content. */
function isYamlData({ path, sides }: ChangedFile, prefix: string): boolean {
  const name = path.toString("utf8");
  return (
    /\.ya?ml$/.test(name) &&
    estateFolders.some((folder) => name.startsWith(`${prefix}${folder}/`)) &&
    [sides.base, sides.head].every(({ mode }) => /^(?:100|000)/.test(mode))
  );
}

/** Undefined when nothing but comments differs. */
function digestOf({ sides }: ChangedFile, lines: readonly PatchLine[]): string | undefined {
  const modes = sides.base.mode === sides.head.mode ? [] : [sides.base.mode, sides.head.mode];
  const changed = changedLines(lines);
  if (modes.length === 0 && changed.length === 0) return undefined;
  return createHash("sha256")
    .update(JSON.stringify([modes, changed]))
    .digest("hex");
}
