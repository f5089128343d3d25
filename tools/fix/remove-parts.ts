import type { Node, YAMLMap, YAMLSeq } from "yaml";
import { endOfNode, startOfNode, type PairInMap, type YamlText } from "./read-yaml-text.ts";

/** Text that replaces the text between two positions. */
export interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

type Replacements = readonly (Replacement | undefined)[];

/** Removes keys with their values; a map without keys left becomes `{}`. Returns undefined if that is not possible. */
export function removeKeys(
  source: YamlText,
  keys: ReadonlySet<number>,
  filled: ReadonlySet<YAMLMap>,
): Replacements {
  const removed = source.pairs.filter(({ key }) => keys.has(startOfNode(key)));
  const byMap = Map.groupBy(removed, ({ map }) => map);
  return [...byMap].flatMap(([map, pairs]) =>
    pairs.length === map.items.length && !filled.has(map)
      ? [emptyCollection(source, map, "{}")]
      : pairs.map((one) => removeKey(source, one)),
  );
}

/** Replaces the map or list of a key by an empty one; undefined if it has no key. */
function emptyCollection(
  { text, pairs }: YamlText,
  collection: YAMLMap | YAMLSeq,
  empty: "{}" | "[]",
): Replacement | undefined {
  const owner = pairs.find(({ value }) => value === collection);
  if (!owner) return undefined;
  const from = text.indexOf(":", endOfNode(owner.key)) + 1;
  return { from, to: trimmedEnd(text, collection), text: ` ${empty}` };
}

function removeKey({ text }: YamlText, { key, value, map }: PairInMap): Replacement | undefined {
  const from = startOfNode(key);
  const end = value ? trimmedEnd(text, value) : endOfNode(key) + 1;
  const index = map.items.findIndex(({ key: other }) => other === key);
  const next = map.items[index + 1]?.key as Node | undefined;
  const before = map.items[index - 1];
  if (map.flow) {
    if (next) return { from, to: startOfNode(next), text: "" };
    const last = before && ((before.value ?? before.key) as Node);
    return last ? { from: endOfNode(last), to: end, text: "" } : undefined;
  }
  const line = lineAround(text, from, end);
  if (text.slice(line.from, from).trim() === "") return { ...line, text: "" };
  // After a dash or another key, the next key moves up.
  return next && text.slice(line.from, from).trim() === "-"
    ? { from, to: startOfNode(next), text: "" }
    : undefined;
}

/** Removes list elements; a list without elements left becomes `[]`. */
export function removeItems(source: YamlText, offsets: ReadonlySet<number>): Replacements {
  const removed = source.items.filter(({ item }) => offsets.has(startOfNode(item)));
  const byList = Map.groupBy(removed, ({ list }) => list);
  return [...byList].flatMap(([list, items]) =>
    items.length === list.items.length
      ? [emptyCollection(source, list, "[]")]
      : items.map(({ item }) => removeItem(source, item, list)),
  );
}

function removeItem({ text }: YamlText, item: Node, list: YAMLSeq): Replacement | undefined {
  const index = list.items.indexOf(item);
  const [before, next] = [
    list.items[index - 1] as Node | undefined,
    list.items[index + 1] as Node | undefined,
  ];
  const end = trimmedEnd(text, item);
  if (list.flow) {
    if (next) return { from: startOfNode(item), to: startOfNode(next), text: "" };
    return before ? { from: endOfNode(before), to: end, text: "" } : undefined;
  }
  const dash = text.lastIndexOf("-", startOfNode(item) - 1);
  const line = lineAround(text, dash, end);
  if (text.slice(line.from, dash).trim() !== "") return undefined;
  const from = startOfComments(text, line.from);
  // Also removes the blank line after it, or before it at the end of a list.
  const blankAfter = /^[ \t]*\r?\n/.exec(text.slice(line.to))?.[0].length ?? 0;
  if (next) return { from, to: line.to + blankAfter, text: "" };
  const blankBefore = /\n([ \t]*\r?\n)$/.exec(text.slice(0, from))?.[1]?.length ?? 0;
  return { from: from - blankBefore, to: line.to, text: "" };
}

/** Start of the comments directly above a line, which describe it. */
function startOfComments(text: string, line: number): number {
  const comments = /(?:^|\n)((?:[ \t]*#[^\n]*\n)+)$/.exec(text.slice(0, line))?.[1] ?? "";
  return line - comments.length;
}

/** End of a node; that of a block includes the line ends after it. */
function trimmedEnd(text: string, node: Node): number {
  return startOfNode(node) + text.slice(startOfNode(node), endOfNode(node)).trimEnd().length;
}

function lineAround(text: string, from: number, to: number): { from: number; to: number } {
  const end = text.indexOf("\n", to);
  return { from: text.lastIndexOf("\n", from - 1) + 1, to: end < 0 ? text.length : end + 1 };
}
