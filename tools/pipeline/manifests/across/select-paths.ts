import { at, isSet, items, type Cursor } from "../cursor.ts";

/** A pre-split path with `[]` for every list element and `a|b` for either field. */
export type PathPattern = readonly (readonly string[])[];

/** Parses a pattern such as `spec.containers|initContainers[].env[].name`. */
export function pathPattern(text: string): PathPattern {
  if (text === "") return [];
  return text.split(".").flatMap((step) => {
    const list = step.endsWith("[]");
    const names = (list ? step.slice(0, -2) : step).split("|");
    return list ? [names, ["[]"]] : [names];
  });
}

/** Returns every defined value that a pattern matches. */
export function selectPaths(root: Cursor, pattern: PathPattern): Cursor[] {
  let found: Cursor[] = [root];
  for (const names of pattern) {
    const [first] = names;
    found =
      first === "[]"
        ? found.flatMap(items)
        : found.flatMap((cursor) => names.map((name) => at(cursor, name)).filter(isSet));
    if (found.length === 0) return found;
  }
  return found;
}
