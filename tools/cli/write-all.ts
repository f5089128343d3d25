import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CannotRunError } from "./cannot-run-error.ts";

interface FilesToWrite {
  readonly folder: string;
  readonly texts: ReadonlyMap<string, string>;
  /** What the new texts were made from: a file that is another one by now is left alone. */
  readonly originals: ReadonlyMap<string, string>;
}

/** Writes several files, all or none. Throws CannotRunError when one cannot be written or was changed meanwhile. */
export function writeAll({ folder, texts, originals }: FilesToWrite): void {
  const files = [...texts].map(([file, text]) => {
    const path = join(folder, file);
    return {
      path,
      text,
      original: originals.get(file) ?? "",
      temporary: `${path}.${process.pid}.tmp`,
    };
  });
  const renamed: typeof files = [];
  try {
    for (const { path, original, temporary, text } of files) {
      if (readFileSync(path, "utf8") !== original) throw new Error(`${path} was changed meanwhile`);
      writeFileSync(temporary, text);
    }
    for (const file of files) {
      renameSync(file.temporary, file.path);
      renamed.push(file);
    }
  } catch (error) {
    for (const { temporary } of files) rmSync(temporary, { force: true });
    for (const { path, original } of renamed) writeFileSync(path, original);
    throw new CannotRunError(
      `Nothing was written: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
}
