import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { CannotRunError } from "../failures/cannot-run-error.ts";

/**
 * Writes files and the folders above them, all or none. Each is renamed into place: a reader sees the old text or the new one,
 * never half of it. Throws CannotRunError when one cannot be written.
 */
export function writeFiles(texts: ReadonlyMap<string, string>): void {
  const temporaries = new Map<string, string>();
  const replaced: { path: string; old: Buffer | undefined }[] = [];
  let current = "";
  try {
    for (const [path, text] of texts) {
      current = path;
      mkdirSync(dirname(resolve(path)), { recursive: true });
      temporaries.set(path, `${path}.${process.pid}.tmp`);
      writeFileSync(`${path}.${process.pid}.tmp`, text);
    }
    for (const [path, temporary] of temporaries) {
      current = path;
      const old = statSync(path, { throwIfNoEntry: false }) ? readFileSync(path) : undefined;
      renameSync(temporary, path);
      replaced.push({ path, old });
    }
  } catch (error) {
    for (const temporary of temporaries.values()) rmSync(temporary, { force: true });
    for (const { path, old } of replaced) {
      if (old) writeFileSync(path, old);
      else rmSync(path, { force: true });
    }
    throw new CannotRunError(
      `Cannot write ${current}: ${error instanceof Error ? error.message : String(error)}. Nothing was written.`,
    );
  }
}
