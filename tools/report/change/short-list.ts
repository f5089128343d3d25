import type { Inline, Node } from "../document/node.ts";

/** A list of at most so many items, and how many more the report has. */
export function shortList(items: readonly (readonly Inline[])[], most: number): Node {
  const left = items.length - most;
  return {
    kind: "list",
    items: [...items.slice(0, most), ...(left > 0 ? [[`${left} more in the report`]] : [])],
  };
}
