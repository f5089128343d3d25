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

/** A key with its value, and the map that holds it. */
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

/** The text of a file with what stands where in it. Positions are offsets in `text`. */
export interface YamlText {
  readonly text: string;
  readonly pairs: readonly PairInMap[];
  readonly items: readonly ItemInList[];
  readonly maps: readonly YAMLMap[];
  /** Where a line and column are. */
  readonly offsetOf: (place: { line: number; column: number }) => number;
}

/** Reads YAML or a template of it; what cannot be read has no parts. */
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

/** Where a node begins; its properties (anchors, tags) are not met in the estate. */
export function startOfNode(node: Node): number {
  return node.range?.[0] ?? -1;
}

/** Where the value of a node ends, without comments behind it. */
export function endOfNode(node: Node): number {
  return node.range?.[1] ?? -1;
}

/** The map that stands at a position: the value of the key there, or the element of a list. `last` is what it is called by. */
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

/** The key whose scalar value, or which itself, begins at a position. */
export function pairAt({ pairs }: YamlText, offset: number): PairInMap | undefined {
  return (
    pairs.find(({ value }) => value && !isMap(value) && startOfNode(value) === offset) ??
    pairs.find(({ key }) => startOfNode(key) === offset)
  );
}

/** The innermost element of a list around a position. */
export function itemAround({ items, text }: YamlText, offset: number): ItemInList | undefined {
  const around = items.filter(({ item, list }) => {
    const dash = text.lastIndexOf("-", startOfNode(item));
    const from = list.flow || dash < 0 ? startOfNode(item) : dash;
    return offset >= from && offset <= endOfNode(item);
  });
  return around.sort((left, right) => startOfNode(right.item) - startOfNode(left.item))[0];
}
