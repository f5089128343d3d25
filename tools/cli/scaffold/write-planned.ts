import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { CannotRunError } from "../cannot-run-error.ts";
import type { PlannedFile } from "./planned-file.ts";

/** Writes all files below `folder`, or none. Throws CannotRunError when one of them exists. */
export function writePlanned(folder: string, planned: readonly PlannedFile[]): void {
  const taken = planned.find(({ path }) => existsSync(join(folder, path)));
  if (taken) throw new CannotRunError(`${taken.path} exists already; nothing was written.`);
  for (const { path, text } of planned) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text, { flag: "wx" });
  }
}
