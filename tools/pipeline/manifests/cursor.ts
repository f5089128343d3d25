import { isRecord } from "../model/values/json-record.ts";
import type { Key, Path } from "../model/origins/origin.ts";

/** A value inside a manifest that knows its way back to the root; the path is only built when somebody asks. */
export interface Cursor {
  readonly value: unknown;
  readonly key?: Key;
  readonly parent?: Cursor;
}

/** The value under a key, or under several one after the other; its value is undefined where there is none. */
export function at(cursor: Cursor, key: Key, ...deeper: readonly Key[]): Cursor {
  let current = child(cursor, key);
  for (const next of deeper) current = child(current, next);
  return current;
}

/** The value at a path below. */
export function atPath(cursor: Cursor, path: readonly Key[]): Cursor {
  return path.reduce(child, cursor);
}

function child(parent: Cursor, key: Key): Cursor {
  const { value } = parent;
  const held = typeof value === "object" && value !== null && Object.hasOwn(value, key);
  return { value: held ? (value as Record<string, unknown>)[key] : undefined, key, parent };
}

/** The elements of a list; none when the value is no list. */
export function items(cursor: Cursor): Cursor[] {
  if (!Array.isArray(cursor.value)) return [];
  return cursor.value.map((value: unknown, key) => ({ value, key, parent: cursor }));
}

/** The entries of a map; none when the value is no map. */
export function entries(cursor: Cursor): (Cursor & { readonly key: string })[] {
  if (!isRecord(cursor.value)) return [];
  return Object.entries(cursor.value).map(([key, value]) => ({ value, key, parent: cursor }));
}

/** The path from the manifest's root. */
export function pathOf(cursor: Cursor): Path {
  const path: Key[] = [];
  for (let current: Cursor | undefined = cursor; current; current = current.parent) {
    if (current.key !== undefined) path.push(current.key);
  }
  return path.reverse();
}

/** The text, or undefined when it is none or empty: the server cannot tell an empty text from an absent one. */
export function textOf(cursor: Cursor): string | undefined {
  return typeof cursor.value === "string" && cursor.value !== "" ? cursor.value : undefined;
}

/** The number, or undefined when it is none. */
export function numberOf(cursor: Cursor): number | undefined {
  return typeof cursor.value === "number" ? cursor.value : undefined;
}

/** Whether a value is there: null counts as left out. */
export function isSet(cursor: Cursor): boolean {
  return cursor.value !== undefined && cursor.value !== null;
}
