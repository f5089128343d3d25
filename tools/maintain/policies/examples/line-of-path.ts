import { isNode, type Document, type LineCounter } from "yaml";
import type { Path } from "../../../pipeline/model/origins/origin.ts";

/** The line of the key at a path, or of its nearest existing parent. */
export function lineOfPath(document: Document, lineCounter: LineCounter, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (node === undefined) continue;
    const parent: unknown =
      length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const items =
      (parent as { items?: readonly { key?: { value?: unknown; range?: readonly number[] } }[] })
        .items ?? [];
    const pair = items.find((item) => item.key?.value === path[length - 1]);
    const offset = pair?.key?.range?.[0] ?? (isNode(node) ? node.range?.[0] : undefined);
    if (offset !== undefined) return lineCounter.linePos(offset).line;
  }
  return lineCounter.linePos(document.contents?.range?.[0] ?? 0).line;
}
