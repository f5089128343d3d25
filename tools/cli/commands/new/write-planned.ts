import { lstatSync } from "node:fs";
import { join } from "node:path";
import { CannotRunError } from "../../failures/cannot-run-error.ts";
import { writeFiles } from "../../files/write-files.ts";
import type { PlannedFile } from "./planned-file.ts";

/** Writes all files below `folder`, or none. Throws CannotRunError when a file exists or cannot be written. */
export function writePlanned(folder: string, planned: readonly PlannedFile[]): void {
  const taken = planned.find(({ path }) =>
    lstatSync(join(folder, path), { throwIfNoEntry: false }),
  );
  if (taken) throw new CannotRunError(`${taken.path} already exists. Nothing was written.`);
  writeFiles(new Map(planned.map(({ path, text }) => [join(folder, path), text])), {
    within: folder,
  });
}
