import { readFileSync, statSync } from "node:fs";

/** The text of a file; undefined if it does not exist. */
export function readOptionalFile(path: string): string | undefined {
  return statSync(path, { throwIfNoEntry: false })?.isFile()
    ? readFileSync(path, "utf8")
    : undefined;
}
