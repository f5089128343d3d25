import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { FolderReader } from "../model/estate/folder-reader.ts";
import { readPlainFile } from "./read-plain-file.ts";

/** Reads a local folder. */
export function folderOnDisk(root: string): FolderReader {
  // Synchronous on purpose: reading all rules at once would exceed the open file limit of many systems.
  return {
    list: (folder) => settle(() => readdirSync(join(root, folder))),
    read: (path) => settle(() => readPlainFile(join(root, path))),
  };
}

function settle<Value>(read: () => Value): Promise<Value> {
  return new Promise((resolve) => {
    resolve(read());
  });
}
