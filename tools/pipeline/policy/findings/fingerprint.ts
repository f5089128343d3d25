import type { Path } from "../../model/origins/origin.ts";
import { sha256 } from "../../model/values/sha256.ts";
import { isRecord } from "../../model/values/json-record.ts";

/** What a finding is about, without anything that unrelated changes move. */
export interface FingerprintSubject {
  readonly rule: string;
  readonly environment?: string | undefined;
  readonly target?: string | undefined;
  readonly object?: string | undefined;
  readonly path: Path;
  /** The value that `path` leads through. */
  readonly root: unknown;
  /** What tells it from another finding of the rule at the same path. */
  readonly detail?: string | undefined;
}

/** 16 hex digits, other ones for each finding of a run, that stay when lines, files or the order of named or scalar list items change. */
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
    if (!Array.isArray(parent) || current === undefined) return key;
    return itemIdentity(parent, { index: Number(path[depth]), key });
  });
}

/** What stays of a list item when others move: its name or value, and for the second of two equal ones that it is the second. */
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
