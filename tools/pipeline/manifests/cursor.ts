import { isRecord } from "../model/values/json-record.ts";
import type { Key, Path } from "../model/origins/origin.ts";

/** A value in a manifest with a link to its parent. The path is built only when it is needed. */
export interface Cursor {
  readonly value: unknown;
  readonly key?: Key;
  readonly parent?: Cursor;
}

/** Returns the value under one or more nested keys; its value is undefined if one is missing. */
export function at(cursor: Cursor, key: Key, ...moreKeys: readonly Key[]): Cursor {
  let current = child(cursor, key);
  for (const nextKey of moreKeys) current = child(current, nextKey);
  return current;
}

/** Returns the value at a path below. */
export function atPath(cursor: Cursor, path: readonly Key[]): Cursor {
  return path.reduce(child, cursor);
}

function child(parent: Cursor, key: Key): Cursor {
  const { value } = parent;
  const hasKey = typeof value === "object" && value !== null && Object.hasOwn(value, key);
  return { value: hasKey ? (value as Record<string, unknown>)[key] : undefined, key, parent };
}

/** Returns the elements of a list; empty for other values. */
export function items(cursor: Cursor): Cursor[] {
  if (!Array.isArray(cursor.value)) return [];
  return cursor.value.map((value: unknown, key) => ({ value, key, parent: cursor }));
}

/** Returns the entries of a map; empty for other values. */
export function entries(cursor: Cursor): (Cursor & { readonly key: string })[] {
  if (!isRecord(cursor.value)) return [];
  return Object.entries(cursor.value).map(([key, value]) => ({ value, key, parent: cursor }));
}

/** Returns the path from the manifest's root. */
export function pathOf(cursor: Cursor): Path {
  const path: Key[] = [];
  for (let current: Cursor | undefined = cursor; current; current = current.parent) {
    if (current.key !== undefined) path.push(current.key);
  }
  return path.reverse();
}

/** Returns the text; undefined if it is empty, as the server treats an empty text as absent. */
export function textValue(cursor: Cursor): string | undefined {
  return typeof cursor.value === "string" && cursor.value !== "" ? cursor.value : undefined;
}

/** Returns the number; undefined for other values. */
export function numberValue(cursor: Cursor): number | undefined {
  return typeof cursor.value === "number" ? cursor.value : undefined;
}

/** Reports whether a value is given: null counts as absent. */
export function isSet(cursor: Cursor): boolean {
  return cursor.value !== undefined && cursor.value !== null;
}
