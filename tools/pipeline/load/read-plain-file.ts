import { readFileSync, statSync } from "node:fs";

/** Reads a regular file. Throws for others: reading a named pipe would block forever. */
export function readPlainFile(path: string): Uint8Array {
  if (!statSync(path).isFile()) throw new Error("it is not a regular file");
  return readFileSync(path);
}
