import { join } from "node:path";
import { cacheFolder } from "./cache-folder.ts";
import { folderStore, type FolderStore } from "./folder-store.ts";
import { toolsDigest } from "./tools-digest.ts";

/** The store of this user's runs; undefined where nothing is to be kept, and unless a command may use what earlier ones kept. */
export function openStore(wanted: boolean): FolderStore | undefined {
  const folder = wanted ? cacheFolder() : undefined;
  return folder === undefined ? undefined : folderStore(join(folder, "records"), toolsDigest());
}
