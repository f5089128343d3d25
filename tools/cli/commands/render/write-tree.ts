import { rmSync } from "node:fs";
import { join } from "node:path";
import { readOptionalFile } from "../../files/read-optional-file.ts";
import { writeFiles } from "../../files/write-files.ts";
import { contentDigest, type PlannedTarget, type TreeFile } from "./plan-tree.ts";

export interface WrittenTree {
  readonly written: number;
  readonly unchanged: number;
  readonly removed: number;
}

/** Brings a folder up to date with the manifests. Removes only files that an earlier run wrote and nobody changed since. Throws CannotRunError when a file cannot be written. */
export function writeTree(out: string, targets: readonly PlannedTarget[]): WrittenTree {
  let written = 0;
  let unchanged = 0;
  let removed = 0;
  for (const { folder, files } of targets) {
    // Before the new index replaces the old one.
    removed += removeStale(join(out, folder), new Set(files.map(({ path }) => join(out, path))));
    for (const file of files) {
      if (writeFile(out, file)) written += 1;
      else unchanged += 1;
    }
  }
  return { written, unchanged, removed };
}

function writeFile(out: string, { path, text }: TreeFile): boolean {
  const full = join(out, path);
  if (readOptionalFile(full) === text) return false;
  writeFiles(new Map([[full, text]]), { within: out });
  return true;
}

function removeStale(folder: string, wanted: ReadonlySet<string>): number {
  const stale = readIndex(folder).filter(({ path, digest }) => {
    const full = join(folder, path);
    const text = wanted.has(full) ? undefined : readOptionalFile(full);
    return text !== undefined && contentDigest(text) === digest;
  });
  for (const { path } of stale) rmSync(join(folder, path));
  return stale.length;
}

/** The files that an earlier run wrote. Entries outside the folder are ignored. */
function readIndex(folder: string): readonly { path: string; digest: string }[] {
  const text = readOptionalFile(join(folder, "index.json"));
  if (text === undefined) return [];
  try {
    const { objects } = JSON.parse(text) as { objects: { path: string; digest: string }[] };
    return objects.filter(
      ({ path }) => /^[^/\\]+\/[^/\\]+\.yaml$/.test(path) && !path.startsWith(".."),
    );
  } catch {
    return [];
  }
}
