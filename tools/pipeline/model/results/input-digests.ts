import { createHash } from "node:crypto";
import type { EstateFile, FileKind } from "../estate/estate-files.ts";

/** Digests of the inputs of a run. Equal digests mean equal results. */
export interface InputDigests {
  /** The digest of the day and of the files that belong to no environment. */
  readonly shared: string;
  /** The digest of the published definitions of kinds, without the day. */
  readonly definitions: string;
  /** The digests of the shared files and an environment's own files, by environment. */
  readonly environments: ReadonlyMap<string, string>;
}

const definitionKinds: readonly FileKind[] = ["kubernetes-schema", "addon-schema"];

/** Digests the inputs of a run. Every file must have a digest. */
export function inputDigests(files: readonly EstateFile[], asOf: string): InputDigests {
  const own = Map.groupBy(files, ({ names }) => names["environment"] ?? "");
  const shared = digestOf(asOf, ...linesOf(own.get("") ?? []));
  own.delete("");
  return {
    shared,
    definitions: digestOf(...linesOf(files.filter(({ kind }) => definitionKinds.includes(kind)))),
    environments: new Map(
      [...own].map(([name, ofEnvironment]) => [
        name,
        digestOf(shared, name, ...linesOf(ofEnvironment)),
      ]),
    ),
  };
}

/** Digests texts or bytes. The lengths are included, so that parts split differently have another digest. */
export function digestOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) {
    const bytes = Buffer.from(part);
    hash.update(`${bytes.length}:`).update(bytes);
  }
  return hash.digest("hex");
}

function linesOf(files: readonly EstateFile[]): string[] {
  return files.flatMap(({ path, digest = "" }) => [path, digest]);
}
