import { lstatSync, readdirSync, realpathSync, statSync, type Dirent } from "node:fs";
import { join, sep } from "node:path";
import type { EstateEntry, EstateReader } from "../model/estate/estate-reader.ts";
import { readPlainFile } from "./read-plain-file.ts";

/** Folders of a repository that contain the estate. The policy step reads `policies` itself. */
const estateFolders: readonly string[] = ["artefacts", "clouds", "environments"];

/** Reads the estate from a folder on disk. Ignores links to folders and opens regular files only. */
export function workTreeReader(root: string): EstateReader {
  // Synchronous on purpose: for many small files the thread pool costs more than the reading.
  return {
    list: () => Promise.resolve(estateFolders.flatMap((folder) => listFolder(root, folder))),
    read: (path) =>
      new Promise((resolve) => {
        resolve(readPlainFile(join(root, path)));
      }),
  };
}

function listFolder(root: string, folder: string): EstateEntry[] {
  const children = readEntries(join(root, folder));
  if (!children) return [{ path: folder, size: 0, unlisted: true }];
  return children.flatMap((child) => {
    const path = `${folder}/${child.name}`;
    if (child.isDirectory()) return child.name === "node_modules" ? [] : listFolder(root, path);
    if (child.isSymbolicLink()) return [describeLink(root, path)];
    const stat = lstatSync(join(root, path), { throwIfNoEntry: false });
    // An editor's temporary file may disappear after it was listed.
    return stat ? [{ path, size: stat.size }] : [];
  });
}

/** Undefined if the folder cannot be listed; a missing folder is empty. */
function readEntries(folder: string): Dirent[] | undefined {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    return isMissing(error) ? [] : undefined;
  }
}

function describeLink(root: string, path: string): EstateEntry {
  try {
    const target = realpathSync(join(root, path));
    const inside = estateFolders.some((folder) => isBelow(target, join(root, folder)));
    return inside
      ? { path, size: statSync(target).size, link: "inside" }
      : { path, size: 0, link: "outside" };
  } catch {
    return { path, size: 0, link: "broken" };
  }
}

function isBelow(target: string, folder: string): boolean {
  try {
    return target.startsWith(realpathSync(folder) + sep);
  } catch {
    return false;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
