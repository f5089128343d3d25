import { join } from "node:path";
import { cacheFolder } from "./cache-folder.ts";
import { folderStore, type FolderStore } from "./folder-store.ts";
import { toolsDigest } from "./tools-digest.ts";

/** Opens this user's store if a command wants it. Undefined if there is no cache folder. */
export function openStore(wanted: boolean): FolderStore | undefined {
  const folder = wanted ? cacheFolder() : undefined;
  return folder === undefined ? undefined : folderStore(join(folder, "records"), toolsDigest());
}
