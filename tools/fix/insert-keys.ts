import { isScalar, type Node, type YAMLMap } from "yaml";
import { lineEndOf } from "./line-end.ts";
import { isSubtree, type FixValue, type NewKeys } from "./change.ts";
import { blocksAround } from "./mask-template.ts";
import { endOfNode, startOfNode, type YamlText } from "./read-yaml-text.ts";
import type { Replacement } from "./remove-parts.ts";
import { writeScalar } from "./write-scalar.ts";

interface Insertion {
  readonly source: YamlText;
  readonly map: YAMLMap;
  readonly keys: NewKeys;
  /** Positions of keys that another change removes. */
  readonly removed: ReadonlySet<number>;
}

/**
 * Adds keys to a map, never inside a block that a template may skip. Keys that have no value yet get the new ones
 * below. Returns undefined if there is no such place.
 */
export function insertKeys(insertion: Insertion): readonly (Replacement | undefined)[] {
  const { map, keys } = insertion;
  const names = new Set(map.items.map(({ key }) => (isScalar(key) ? key.value : undefined)));
  const existing = Object.entries(keys).filter(([key]) => names.has(key));
  const missing = Object.entries(keys).filter(([key]) => !names.has(key));
  return [
    ...existing.map(([key, value]) => fillEmpty(insertion, key, value)),
    ...(missing.length === 0 ? [] : [insertNew(insertion, Object.fromEntries(missing))]),
  ];
}

/** Adds the children of an existing key without a value. */
function fillEmpty(
  { source, map }: Insertion,
  name: string,
  value: FixValue | NewKeys,
): Replacement | undefined {
  const { text } = source;
  const pairs = map.items.filter(({ key }) => isScalar(key) && key.value === name);
  const [pair] = pairs;
  const key = pair?.key as Node | undefined;
  const empty = !pair?.value || (isScalar(pair.value) && pair.value.source === "");
  if (map.flow || !key || !empty || pairs.length !== 1 || !isSubtree(value)) return undefined;
  const indent = startOfNode(key) - lineStart(text, startOfNode(key)) + 2;
  const at = endOfLine(text, endOfNode(key));
  return { from: at, to: at, text: linesAt(indent, value, lineEndOf(text)) };
}

function insertNew({ source, map, removed }: Insertion, keys: NewKeys): Replacement | undefined {
  const { text } = source;
  if (map.flow) return insertInBrackets(map, keys);
  const [first] = map.items;
  if (!first) return undefined;
  const indent = startOfNode(first.key as Node) - lineStart(text, startOfNode(first.key as Node));
  const at = insertionPoint({ source, map, removed });
  if (at === undefined) return undefined;
  return { from: at, to: at, text: linesAt(indent, keys, lineEndOf(text)) };
}

function linesAt(indent: number, keys: NewKeys, lineEnd: string): string {
  return printKeys(keys)
    .map((line) => `${lineEnd}${" ".repeat(indent)}${line}`)
    .join("");
}

function insertInBrackets(map: YAMLMap, keys: NewKeys): Replacement {
  const printed = Object.entries(keys).map(
    ([key, value]) => `${writeScalar(key)}: ${printFlow(value)}`,
  );
  const open = startOfNode(map) + 1;
  if (map.items.length === 0)
    return { from: open, to: endOfNode(map) - 1, text: ` ${printed.join(", ")} ` };
  const last = map.items.at(-1);
  const end = endOfNode((last?.value ?? last?.key) as Node);
  return { from: end, to: end, text: `, ${printed.join(", ")}` };
}

/** Returns the line end after which to insert: that of the last leading simple key, or else of the map's own key. */
function insertionPoint({ source, map, removed }: Omit<Insertion, "keys">): number | undefined {
  const { text } = source;
  const owner = source.pairs.find(({ value }) => value === map);
  const isItem = source.items.some(({ item }) => item === map);
  const outerOffset = owner ? startOfNode(owner.key) : isItem ? startOfNode(map) : undefined;
  if (outerOffset === undefined) return undefined;
  const depth = blocksAround(text, outerOffset);
  let found = owner ? endOfLine(text, endOfNode(owner.key)) : undefined;
  for (const { key, value } of map.items) {
    if (!isScalar(value) || blocksAround(text, startOfNode(key as Node)) !== depth) break;
    const end = endOfLine(text, endOfNode(value));
    if (text.slice(startOfNode(value), endOfNode(value)).includes("\n")) break;
    if (!removed.has(startOfNode(key as Node))) found = end;
  }
  return found;
}

function printKeys(keys: NewKeys): string[] {
  return Object.entries(keys).flatMap(([key, value]) =>
    isSubtree(value)
      ? [`${writeScalar(key)}:`, ...printKeys(value).map((line) => `  ${line}`)]
      : [`${writeScalar(key)}: ${printFlow(value)}`],
  );
}

function printFlow(value: FixValue | NewKeys): string {
  if (typeof value === "string" || typeof value === "boolean") return writeScalar(value);
  if (!isSubtree(value)) return `[${value.map((item) => writeScalar(item)).join(", ")}]`;
  const parts = Object.entries(value).map(
    ([key, subtree]) => `${writeScalar(key)}: ${printFlow(subtree)}`,
  );
  return `{ ${parts.join(", ")} }`;
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  const line = end < 0 ? text.length : end;
  return text[line - 1] === "\r" ? line - 1 : line;
}
