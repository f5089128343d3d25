import { statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { CannotRunError } from "../failures/cannot-run-error.ts";

/**
 * The given estate folder, or the nearest parent with artefacts, clouds and environments. Throws CannotRunError without
 * one.
 */
export function findEstate(given: string | undefined): string {
  if (given !== undefined) {
    const folder = resolve(given);
    if (isFolder(folder)) return folder;
    throw new CannotRunError(
      `There is no folder ${given}. Use the folder that contains clouds, artefacts and environments.`,
    );
  }
  let folder = process.cwd();
  while (!isEstate(folder)) {
    const parent = dirname(folder);
    if (parent === folder) {
      throw new CannotRunError(
        "No estate found: neither this folder nor a parent contains artefacts, clouds and environments.",
        "Change to the repository, or use --estate FOLDER.",
      );
    }
    folder = parent;
  }
  return folder;
}

function isEstate(folder: string): boolean {
  return ["artefacts", "clouds", "environments"].every((name) => isFolder(join(folder, name)));
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
