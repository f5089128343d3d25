import { join } from "node:path";
import { cacheFolder } from "./cache-folder.ts";
import { folderShelf, type FolderShelf } from "./folder-shelf.ts";
import { toolsDigest } from "./tools-digest.ts";

/** The shelf of this user's runs; undefined where nothing is to be kept, and unless a command may use what earlier ones kept. */
export function openShelf(wanted: boolean): FolderShelf | undefined {
  const folder = wanted ? cacheFolder() : undefined;
  return folder === undefined ? undefined : folderShelf(join(folder, "records"), toolsDigest());
}
