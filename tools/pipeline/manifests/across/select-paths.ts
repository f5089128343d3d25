import { at, isSet, items, type Cursor } from "../cursor.ts";

/** A path with `[]` for every element of a list and `a|b` for either field, split once. */
export type PathPattern = readonly (readonly string[])[];

/** The pattern that a text such as `spec.containers|initContainers[].env[].name` writes. */
export function pathPattern(text: string): PathPattern {
  if (text === "") return [];
  return text.split(".").flatMap((step) => {
    const list = step.endsWith("[]");
    const names = (list ? step.slice(0, -2) : step).split("|");
    return list ? [names, ["[]"]] : [names];
  });
}

/** Every value that a pattern reaches and that is there. */
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
