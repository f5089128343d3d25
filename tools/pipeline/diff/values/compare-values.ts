import { isRecord, type JsonRecord } from "../../model/values/json-record.ts";
import type { Key, Path } from "../../model/origins/origin.ts";
import { canonicalText } from "./canonical-text.ts";
import { pairItems, type PairedItem } from "./pair-items.ts";
import { isSameQuantity } from "./same-quantity.ts";

/** One difference between two values: `path` names list items, `basePath` and `headPath` count them. */
export interface Difference extends Position {
  readonly change: "added" | "removed" | "changed" | "reordered" | "same-meaning";
  readonly base?: unknown;
  readonly head?: unknown;
}

interface Position {
  readonly path: readonly string[];
  readonly basePath: Path;
  readonly headPath: Path;
}

/**
 * Lists the differences between two JSON values. List items match by merge key, else by content; quantities by value.
 */
export function compareValues(base: unknown, head: unknown): readonly Difference[] {
  return differences(base, head, { path: [], basePath: [], headPath: [] });
}

function differences(base: unknown, head: unknown, at: Position): readonly Difference[] {
  if (Object.is(base, head)) return [];
  if (isRecord(base) && isRecord(head)) return recordDifferences(base, head, at);
  if (Array.isArray(base) && Array.isArray(head)) return listDifferences(base, head, at);
  const change = isSameQuantity(at.path, base, head) ? "same-meaning" : "changed";
  return [{ ...at, change, base, head }];
}

function recordDifferences(base: JsonRecord, head: JsonRecord, at: Position): Difference[] {
  const keys = [...new Set([...Object.keys(base), ...Object.keys(head)])].sort();
  return keys.flatMap((key) => {
    const below = step(at, key, { baseKey: key, headKey: key });
    if (!Object.hasOwn(head, key)) return [{ ...below, change: "removed", base: base[key] }];
    if (!Object.hasOwn(base, key)) return [{ ...below, change: "added", head: head[key] }];
    return differences(base[key], head[key], below);
  });
}

function listDifferences(
  base: readonly unknown[],
  head: readonly unknown[],
  at: Position,
): readonly Difference[] {
  // A command line is compared as one sequence, not as a set of words.
  if (["command", "args"].includes(at.path.at(-1) ?? "")) {
    const same = canonicalText(base) === canonicalText(head);
    return same ? [] : [{ ...at, change: "changed", base, head }];
  }
  const pairs = pairItems(at.path, base, head);
  const found = pairs.flatMap((pair) => itemDifferences({ pair, base, head }, at));
  return isReordered(pairs) ? [...found, { ...at, change: "reordered", base, head }] : found;
}

function itemDifferences(
  { pair, base, head }: { pair: PairedItem; base: readonly unknown[]; head: readonly unknown[] },
  at: Position,
): readonly Difference[] {
  const { name, baseIndex, headIndex } = pair;
  const below = step(at, name, {
    baseKey: baseIndex ?? base.length,
    headKey: headIndex ?? head.length,
  });
  if (baseIndex === undefined)
    return [{ ...below, change: "added", head: head[headIndex ?? head.length] }];
  if (headIndex === undefined) return [{ ...below, change: "removed", base: base[baseIndex] }];
  return differences(base[baseIndex], head[headIndex], below);
}

function isReordered(pairs: readonly PairedItem[]): boolean {
  const kept = pairs.filter(
    ({ baseIndex, headIndex }) => baseIndex !== undefined && headIndex !== undefined,
  );
  const ordered = kept.toSorted((left, right) => (left.baseIndex ?? 0) - (right.baseIndex ?? 0));
  return ordered.some(
    ({ headIndex = 0 }, index) => index > 0 && headIndex < (ordered[index - 1]?.headIndex ?? 0),
  );
}

function step(
  at: Position,
  name: string,
  { baseKey, headKey }: { baseKey: Key; headKey: Key },
): Position {
  return {
    path: [...at.path, name],
    basePath: [...at.basePath, baseKey],
    headPath: [...at.headPath, headKey],
  };
}
