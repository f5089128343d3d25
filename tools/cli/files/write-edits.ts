import { join } from "node:path";
import { CannotRunError } from "../failures/cannot-run-error.ts";
import { readOptionalFile } from "./read-optional-file.ts";
import { writeFiles } from "./write-files.ts";

/** New texts for files of an estate, by path. */
export interface Edits {
  readonly texts: ReadonlyMap<string, string>;
  /** The texts that the edits are based on; a new file has none. */
  readonly originals: ReadonlyMap<string, string>;
}

/**
 * Writes edits below a folder, all or none. Throws CannotRunError when a file changed since it was read or cannot be
 * written.
 */
export function writeEdits(folder: string, { texts, originals }: Edits): void {
  const changed = [...texts.keys()].find(
    (file) => readOptionalFile(join(folder, file)) !== originals.get(file),
  );
  if (changed !== undefined) {
    throw new CannotRunError(
      `${changed} has changed since it was read. Nothing was written; run the command again.`,
    );
  }
  writeFiles(new Map([...texts].map(([file, text]) => [join(folder, file), text])), {
    within: folder,
  });
}
