import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { CannotRunError } from "./cannot-run-error.ts";

/** Writes a file and the folders above it. Renamed into place: a reader sees the old text or the new one, never half of it. */
export function writeWhole(path: string, text: string): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(resolve(path)), { recursive: true });
    writeFileSync(temporary, text);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw new CannotRunError(
      `Cannot write ${path}: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
}
