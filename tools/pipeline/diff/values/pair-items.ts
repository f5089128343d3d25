import type { Path } from "../../model/origins/origin.ts";
import { canonicalText } from "./canonical-text.ts";
import { nameItems } from "./list-keys.ts";

/** Two matching items of a list, or one that only one side has. */
export interface PairedItem {
  readonly name: string;
  readonly baseIndex?: number;
  readonly headIndex?: number;
}

/** Matches the items of two list versions by merge key, else by content, then by order. */
export function pairItems(
  path: Path,
  base: readonly unknown[],
  head: readonly unknown[],
): readonly PairedItem[] {
  const named = nameItems(path, [base, head]);
  if (named) return pairByName(named[0] ?? [], named[1] ?? []);
  const pairs = pairByName(contentNames(base), contentNames(head)).map(withoutCount);
  return [...base, ...head].some(isContainer) ? pairByTurn(pairs) : pairs;
}

function pairByName(
  baseNames: readonly string[],
  headNames: readonly string[],
): readonly PairedItem[] {
  const inHead = new Map(headNames.map((name, index) => [name, index]));
  const inBase = new Set(baseNames);
  const ofBase = baseNames.map((name, baseIndex): PairedItem => {
    const headIndex = inHead.get(name);
    return headIndex === undefined ? { name, baseIndex } : { name, baseIndex, headIndex };
  });
  const onlyHead = headNames.flatMap((name, headIndex) =>
    inBase.has(name) ? [] : [{ name, headIndex }],
  );
  return [...ofBase, ...onlyHead];
}

/** Pairs changed objects without a name in order: the first removed with the first added. Positions become names. */
function pairByTurn(pairs: readonly PairedItem[]): readonly PairedItem[] {
  const gone = pairs.filter(({ headIndex }) => headIndex === undefined);
  const come = pairs.filter(({ baseIndex }) => baseIndex === undefined);
  const kept = pairs.filter(
    ({ baseIndex, headIndex }) => baseIndex !== undefined && headIndex !== undefined,
  );
  const changed = gone.map((item, turn) => ({ ...item, ...come[turn], ...indexOf(item) }));
  return [...kept, ...changed, ...come.slice(gone.length)].map((item) => ({
    ...item,
    name: String(item.headIndex ?? item.baseIndex),
  }));
}

function indexOf({ baseIndex }: PairedItem): { baseIndex?: number } {
  return baseIndex === undefined ? {} : { baseIndex };
}

/** Equal items get equal names; a count distinguishes the second of two equal items from the first. */
function contentNames(list: readonly unknown[]): readonly string[] {
  const seen = new Map<string, number>();
  return list.map((item) => {
    const text = isContainer(item) ? canonicalText(item) : String(item);
    const count = (seen.get(text) ?? 0) + 1;
    seen.set(text, count);
    return `${count}:${text}`;
  });
}

/** The name by content for readers: `retry`, and `retry (2)` for the second. */
function withoutCount({ name, ...indices }: PairedItem): PairedItem {
  const end = name.indexOf(":");
  const [count, text] = [name.slice(0, end), name.slice(end + 1)];
  return { ...indices, name: count === "1" ? text : `${text} (${count})` };
}

function isContainer(item: unknown): boolean {
  return typeof item === "object" && item !== null;
}
