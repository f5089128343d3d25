import { own } from "../../model/values/own.ts";
import { isRecord } from "../../model/values/json-record.ts";
import { pairItems } from "./pair-items.ts";

/**
 * The base of a change with its lists in the head's order, items matched as `compareValues` matches them: a line by line diff of
 * the two then shows what changed and not what moved.
 */
export function alignLists(base: unknown, head: unknown, path: readonly string[] = []): unknown {
  if (Array.isArray(base) && Array.isArray(head)) return alignItems(base, head, path);
  if (!isRecord(base) || !isRecord(head)) return base;
  return Object.fromEntries(
    Object.entries(base).map(([key, value]) => [
      key,
      alignLists(value, own(head, key), [...path, key]),
    ]),
  );
}

function alignItems(
  base: readonly unknown[],
  head: readonly unknown[],
  path: readonly string[],
): readonly unknown[] {
  if (["command", "args"].includes(path.at(-1) ?? "")) return base;
  return pairItems(path, base, head)
    .filter(({ baseIndex }) => baseIndex !== undefined)
    .sort((left, right) => rankOf(left, base.length) - rankOf(right, base.length))
    .map(({ name, baseIndex = 0, headIndex }) => {
      const item = base[baseIndex];
      return headIndex === undefined ? item : alignLists(item, head[headIndex], [...path, name]);
    });
}

/** Kept items by their place in the head; an item that goes stays behind the place it had. */
function rankOf(
  { baseIndex = 0, headIndex }: { baseIndex?: number; headIndex?: number },
  length: number,
): number {
  return headIndex ?? baseIndex - 1 / (length + 1);
}
