import type { Path } from "../origins/origin.ts";

/** Returns the value at a path of plain data; undefined if there is none. */
export function valueAt(root: unknown, path: Path): unknown {
  let current = root;
  for (const key of path) {
    if (typeof current !== "object" || current === null || !Object.hasOwn(current, key)) return;
    current = (current as Readonly<Record<string, unknown>>)[String(key)];
  }
  return current;
}
