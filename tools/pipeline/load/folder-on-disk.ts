import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { FolderReader } from "../model/estate/folder-reader.ts";

/** Reads a folder of this machine. */
export function folderOnDisk(root: string): FolderReader {
  return {
    list: (folder) => readdir(join(root, folder)),
    read: (path) => readFile(join(root, path)),
  };
}
