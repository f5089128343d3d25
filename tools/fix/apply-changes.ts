import { own } from "@altostrata/pipeline";
import type { YAMLMap } from "yaml";
import { isKeys, type Change, type FixValue, type NewKeys } from "./change.ts";
import { removeItems, removeKeys, type TextEdit } from "./remove-parts.ts";
import { insertKeys } from "./insert-keys.ts";
import { startOfNode, type YamlText } from "./read-yaml-text.ts";

/** The changed text, or the reason that the changes conflict or one has no place. */
export type Applied = { readonly text: string } | { readonly problem: string };

/** Applies changes to a text, all or none. Ignores duplicates; comments and layout stay. */
export function applyChanges(source: YamlText, changes: readonly Change[]): Applied {
  const removed = new Set(
    changes.flatMap((change) => (change.kind === "remove-key" ? [change.key] : [])),
  );
  const dropped = new Set(
    changes.flatMap((change) => (change.kind === "remove-item" ? [change.item] : [])),
  );
  const inserted = gatherNewKeys(source, changes);
  if (inserted === undefined) return { problem: "two fixes want different values in one place" };
  const edits = [
    ...changes.flatMap((change) =>
      change.kind === "replace" ? [{ from: change.from, to: change.to, text: change.text }] : [],
    ),
    ...removeItems(source, dropped),
    ...removeKeys(source, removed, new Set(inserted.keys())),
    ...[...inserted].flatMap(([map, keys]) => insertKeys({ source, map, keys, removed })),
  ];
  if (edits.some((edit) => edit === undefined))
    return { problem: "the text has a form in which nothing can be added or taken away safely" };
  return applyEdits(source.text, edits as TextEdit[]);
}

function gatherNewKeys(
  source: YamlText,
  changes: readonly Change[],
): Map<YAMLMap, NewKeys> | undefined {
  const found = new Map<YAMLMap, NewKeys>();
  for (const change of changes) {
    if (change.kind !== "set") continue;
    const map = source.maps.find((candidate) => startOfNode(candidate) === change.map);
    if (!map) return undefined;
    const keys = found.get(map) ?? {};
    found.set(map, keys);
    if (!addKeys(keys, change.keys, change.value)) return undefined;
  }
  return found;
}

function addKeys(into: NewKeys, [key = "", ...rest]: readonly string[], value: FixValue): boolean {
  const there = own(into, key);
  if (rest.length === 0) {
    into[key] = there ?? value;
    return there === undefined || JSON.stringify(there) === JSON.stringify(value);
  }
  if (there !== undefined && !isKeys(there)) return false;
  const below: NewKeys = there ?? {};
  into[key] = below;
  return addKeys(below, rest, value);
}

function applyEdits(text: string, edits: readonly TextEdit[]): Applied {
  const unique = [...new Map(edits.map((edit) => [JSON.stringify(edit), edit])).values()];
  const sorted = unique.sort((left, right) => left.from - right.from || left.to - right.to);
  let result = "";
  let done = 0;
  for (const { from, to, text: written } of sorted) {
    if (from < done) return { problem: "two fixes change the same text in different ways" };
    result += text.slice(done, from) + written;
    done = to;
  }
  return { text: result + text.slice(done) };
}
