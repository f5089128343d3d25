import type { Path } from "../../model/origins/origin.ts";
import { sha256 } from "../../model/values/sha256.ts";
import { isRecord } from "../../model/values/json-record.ts";

/** The identity of a finding, without parts that unrelated changes move. */
export interface FingerprintSubject {
  readonly rule: string;
  readonly environment?: string | undefined;
  readonly target?: string | undefined;
  readonly object?: string | undefined;
  readonly path: Path;
  /** The value that `path` starts from. */
  readonly root: unknown;
  /** Distinguishes findings of one rule at one path. */
  readonly detail?: string | undefined;
}

/**
 * Returns 16 hex digits, unique in a run. Changes of lines, files or the order of named or scalar list items do not
 * affect them.
 */
export function fingerprint({
  rule,
  environment,
  target,
  object,
  path,
  root,
  detail,
}: FingerprintSubject): string {
  const identity = JSON.stringify([
    rule,
    environment ?? null,
    target ?? null,
    object ?? null,
    identityOf(root, path),
    ...(detail === undefined ? [] : [detail]),
  ]);
  return sha256(identity).slice(0, 16);
}

/** Returns the path with the `name` of list items in place of their positions, if they have one. */
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

/** Returns the named path with the value of scalar list items. It is only hashed, so no value is shown. */
function identityOf(root: unknown, path: Path): unknown[] {
  let current = root;
  return namedPath(root, path).map((key, depth) => {
    const parent = current;
    current =
      Array.isArray(parent) || isRecord(parent)
        ? (parent as Record<string, unknown>)[String(path[depth])]
        : undefined;
    if (!Array.isArray(parent) || current === undefined) return key;
    return itemIdentity(parent, { index: Number(path[depth]), key });
  });
}

/**
 * Identifies a list item when others move: by its name or value, and a repeated item by its number among equal ones.
 */
function itemIdentity(
  list: readonly unknown[],
  { index, key }: { index: number; key: Path[number] },
): unknown {
  const item = list[index];
  const isScalar = typeof item !== "object";
  if (!isScalar && typeof key === "number") return key;
  const nth = list.slice(0, index).filter((other) => isEqual(other, item)).length;
  const identity = isScalar ? { value: item } : key;
  return nth === 0 ? identity : { item: identity, nth };
}

function isEqual(left: unknown, right: unknown): boolean {
  if (isRecord(left) && isRecord(right)) return left["name"] === right["name"];
  return left === right;
}
