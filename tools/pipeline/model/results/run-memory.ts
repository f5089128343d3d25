import { createHash } from "node:crypto";
import type { EstateFile, FileKind } from "../estate/estate-files.ts";

/**
 * What runs share: results by a digest of everything that they depend on, so that the second of two nearly equal states costs
 * little. A result is found only under the digest of its own inputs; forgetting all of it changes nothing but time.
 */
export interface RunMemory {
  /** Gives what was made under the key in this process, or makes it. */
  readonly recall: <Value>(key: readonly string[], make: () => Value) => Value;
  /** The same for plain data, which may also come from an earlier process; what is not worth it is kept for this one alone. */
  readonly keep: <Value>(
    key: readonly string[],
    make: () => Value,
    isWorthIt?: (value: Value) => boolean,
  ) => Value;
}

/** Where plain data stays beyond a process. It may lose anything at any time, and gives only what was put there under the same key. */
export interface Shelf {
  /** Undefined where there is nothing, or nothing that can be trusted. */
  readonly find: (key: readonly string[]) => unknown;
  readonly put: (key: readonly string[], value: unknown) => void;
}

/** A memory for as long as somebody holds it; with a shelf, what it keeps is there for the next process. */
export function createMemory(shelf?: Shelf): RunMemory {
  const known = new Map<string, unknown>();
  const recall = <Value>(key: readonly string[], make: () => Value): Value => {
    const name = key.join("\0");
    if (known.has(name)) return known.get(name) as Value;
    const value = make();
    known.set(name, value);
    return value;
  };
  const keep: RunMemory["keep"] = (key, make, isWorthIt = () => true) =>
    recall(key, () => {
      const found = shelf?.find(key);
      if (found !== undefined) return found as ReturnType<typeof make>;
      const value = make();
      if (isWorthIt(value)) shelf?.put(key, value);
      return value;
    });
  return { recall, keep };
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

/** Digests of what results of a run depend on. */
export interface InputDigests {
  /** Of the files that belong to no environment, with their paths, and the day. */
  readonly shared: string;
  /** Of the published definitions of kinds among them, whatever the day. */
  readonly definitions: string;
  /** Of those and the files of one environment. A file of another environment is no part of it. */
  readonly of: (environment: string) => string;
}

const definitionKinds: readonly FileKind[] = ["kubernetes-schema", "addon-schema"];

/** The digests of a run's inputs; every file must have one. */
export function inputDigests(files: readonly EstateFile[], asOf: string): InputDigests {
  const lines = (of: readonly EstateFile[]) =>
    of.flatMap(({ path, digest = "" }) => [path, digest]);
  const shared = digestOf(asOf, ...lines(files.filter(({ names }) => !names["environment"])));
  const own = Map.groupBy(
    files.filter(({ names }) => names["environment"]),
    ({ names }) => names["environment"] ?? "",
  );
  return {
    shared,
    definitions: digestOf(...lines(files.filter(({ kind }) => definitionKinds.includes(kind)))),
    of: (environment) => digestOf(shared, environment, ...lines(own.get(environment) ?? [])),
  };
}
