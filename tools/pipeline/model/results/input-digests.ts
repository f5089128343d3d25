import { createHash } from "node:crypto";
import type { EstateFile, FileKind } from "../estate/estate-files.ts";

/** Digests of the inputs of a run. Equal digests mean equal results. */
export interface InputDigests {
  /** Of the files that belong to no environment, with their paths, and the day. */
  readonly shared: string;
  /** Of the published definitions of kinds among them, whatever the day. */
  readonly definitions: string;
  /** By environment: of the shared files and its own. Files of other environments are not included. */
  readonly environments: ReadonlyMap<string, string>;
}

const definitionKinds: readonly FileKind[] = ["kubernetes-schema", "addon-schema"];

/** Digests the inputs of a run; every file must have a digest. */
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

/** The digest of some texts or bytes; two parts never equal one part that was cut elsewhere. */
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
