import { readFileSync, statSync } from "node:fs";

/** The bytes of a file. Throws for anything else: reading a named pipe would block forever. */
export function readPlainFile(path: string): Uint8Array {
  if (!statSync(path).isFile()) throw new Error("it is not a plain file");
  return readFileSync(path);
}
