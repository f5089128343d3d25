import type { Path } from "../model/origin.ts";
import { sha256 } from "../model/sha256.ts";
import { isRecord } from "../model/json-record.ts";

/** What a finding is about, without anything that unrelated changes move. */
export interface FingerprintSubject {
  readonly rule: string;
  readonly environment?: string | undefined;
  readonly target?: string | undefined;
  readonly object?: string | undefined;
  readonly path: Path;
  /** The value that `path` leads through. */
  readonly root: unknown;
}

/** 16 hex digits that stay the same when lines, files or the order of named or scalar list items change. */
export function fingerprint({
  rule,
  environment,
  target,
  object,
  path,
  root,
}: FingerprintSubject): string {
  const identity = JSON.stringify([
    rule,
    environment ?? null,
    target ?? null,
    object ?? null,
    identityOf(root, path),
  ]);
  return sha256(identity).slice(0, 16);
}

/** The path with list items by their `name`, where they have one. */
export function namedPath(root: unknown, path: Path): Path {
  let current = root;
  return path.map((key) => {
    const parent = current;
    current =
      Array.isArray(parent) || isRecord(parent)
        ? (parent as Record<string, unknown>)[String(key)]
        : undefined;
    if (!Array.isArray(parent) || !isRecord(current)) return key;
    return typeof current["name"] === "string" ? current["name"] : key;
  });
}

/** The named path, with scalar list items by their value; only hashed, so that no value is ever shown. */
function identityOf(root: unknown, path: Path): unknown[] {
  let current = root;
  return namedPath(root, path).map((key, depth) => {
    const parent = current;
    current =
      Array.isArray(parent) || isRecord(parent)
        ? (parent as Record<string, unknown>)[String(path[depth])]
        : undefined;
    const isScalarItem =
      Array.isArray(parent) && current !== undefined && typeof current !== "object";
    return isScalarItem ? { value: current } : key;
  });
}
