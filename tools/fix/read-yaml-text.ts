import {
  isMap,
  isPair,
  isScalar,
  parseAllDocuments,
  visit,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import { maskTemplate } from "./mask-template.ts";

/** A key with its value, and the map that contains it. */
export interface PairInMap {
  readonly pair: Pair;
  readonly key: Scalar;
  readonly value: Node | undefined;
  readonly map: YAMLMap;
}

export interface ItemInList {
  readonly item: Node;
  readonly list: YAMLSeq;
}

/** The text of a file with the positions of its parts. Positions are offsets in `text`. */
export interface YamlText {
  readonly text: string;
  readonly pairs: readonly PairInMap[];
  readonly items: readonly ItemInList[];
  readonly maps: readonly YAMLMap[];
  /** Returns the offset of a line and column. */
  readonly offsetOf: (place: { line: number; column: number }) => number;
}

/** Reads YAML or a template. Invalid text has no parts. */
export function readYamlText(file: string, text: string): YamlText {
  const source = file.endsWith(".hbs") ? maskTemplate(text) : text;
  const documents = parseAllDocuments(source, { uniqueKeys: false, strict: false });
  const pairs: PairInMap[] = [];
  const items: ItemInList[] = [];
  const maps: YAMLMap[] = [];
  for (const document of Array.isArray(documents) ? documents : []) {
    visit(document, {
      Map: (_, map) => {
        maps.push(map);
        for (const pair of map.items)
          if (isPair(pair) && isScalar(pair.key))
            pairs.push({
              pair,
              key: pair.key,
              value: (pair.value as Node | null) ?? undefined,
              map,
            });
      },
      Seq: (_, list) => {
        for (const item of list.items) items.push({ item: item as Node, list });
      },
    });
  }
  const starts = lineStarts(text);
  return {
    text,
    pairs,
    items,
    maps,
    offsetOf: ({ line, column }) => (starts[line - 1] ?? text.length) + column - 1,
  };
}

function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
}

/** Start of a node. Properties (anchors, tags) do not occur in the estate. */
export function startOfNode(node: Node): number {
  return node.range?.[0] ?? -1;
}

/** End of a node's value, without trailing comments. */
export function endOfNode(node: Node): number {
  return node.range?.[1] ?? -1;
}

/** Returns the map at a position: the value of the key there, or the list element. `last` is its name. */
export function mapAt(
  { pairs, items }: YamlText,
  offset: number,
  last: string | number,
): YAMLMap | undefined {
  if (typeof last === "number") {
    const found = items.find(({ item }) => isMap(item) && startOfNode(item) === offset)?.item;
    return isMap(found) ? found : undefined;
  }
  const found = pairs.find(({ key }) => key.value === last && startOfNode(key) === offset)?.value;
  return isMap(found) ? found : undefined;
}

/** Returns the pair whose key or scalar value begins at a position. */
export function pairAt({ pairs }: YamlText, offset: number): PairInMap | undefined {
  return (
    pairs.find(({ value }) => value && !isMap(value) && startOfNode(value) === offset) ??
    pairs.find(({ key }) => startOfNode(key) === offset)
  );
}

/** Returns the innermost list element around a position. */
export function itemAround({ items, text }: YamlText, offset: number): ItemInList | undefined {
  const around = items.filter(({ item, list }) => {
    const dash = text.lastIndexOf("-", startOfNode(item));
    const from = list.flow || dash < 0 ? startOfNode(item) : dash;
    return offset >= from && offset <= endOfNode(item);
  });
  return around.sort((left, right) => startOfNode(right.item) - startOfNode(left.item))[0];
}
