import { createHash } from "node:crypto";
import type { EstateFile } from "./estate-files.ts";

/**
 * What runs of one process share: results by a digest of everything that they depend on, so that the second of two nearly equal
 * states costs little. A result is found only under the digest of its own inputs; forgetting all of it changes nothing but time.
 */
export interface RunMemory {
  readonly recall: <Value>(key: readonly string[], make: () => Value) => Value;
}

/** A memory for as long as somebody holds it. */
export function createMemory(): RunMemory {
  const known = new Map<string, unknown>();
  return {
    recall: <Value>(key: readonly string[], make: () => Value): Value => {
      const name = key.join("\0");
      if (known.has(name)) return known.get(name) as Value;
      const value = make();
      known.set(name, value);
      return value;
    },
  };
}

/** The digest of some bytes, as keys of a memory name them. */
export function digestOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) {
    const bytes = Buffer.from(part);
    // The length first: two parts are never one that was cut elsewhere.
    hash.update(`${bytes.length}:`).update(bytes);
  }
  return hash.digest("hex");
}

/**
 * The digest of all that the targets of one environment are made of: its own files and those that belong to no environment, with
 * their paths, and the day. A file of another environment is no part of it.
 */
export function environmentDigests(
  files: readonly EstateFile[],
  asOf: string,
): (environment: string) => string {
  const lines = (of: readonly EstateFile[]) =>
    of.flatMap(({ path, digest = "" }) => [path, digest]);
  const shared = digestOf(asOf, ...lines(files.filter(({ names }) => !names["environment"])));
  const own = Map.groupBy(
    files.filter(({ names }) => names["environment"]),
    ({ names }) => names["environment"] ?? "",
  );
  return (environment) => digestOf(shared, environment, ...lines(own.get(environment) ?? []));
}
