import { own, uniqueBy } from "@altostrata/pipeline";
import type { YAMLMap } from "yaml";
import { isSubtree, type YamlChange, type FixValue, type NewKeys } from "./change.ts";
import { removeItems, removeKeys, type Replacement } from "./remove-parts.ts";
import { insertKeys } from "./insert-keys.ts";
import { startOfNode, type YamlText } from "./read-yaml-text.ts";

/** The changed text, or the reason that the changes conflict or one has no place. */
export type Applied = { readonly text: string } | { readonly problem: string };

/** Applies changes to a text, all or none. Ignores duplicates; comments and layout stay. */
export function applyChanges(source: YamlText, changes: readonly YamlChange[]): Applied {
  const removed = new Set(
    changes.flatMap((change) => (change.kind === "remove-key" ? [change.key] : [])),
  );
  const removedItems = new Set(
    changes.flatMap((change) => (change.kind === "remove-item" ? [change.item] : [])),
  );
  const newKeys = collectNewKeys(source, changes);
  if (newKeys === undefined) return { problem: "two fixes set different values for the same key" };
  const edits = [
    ...changes.flatMap((change) =>
      change.kind === "replace" ? [{ from: change.from, to: change.to, text: change.text }] : [],
    ),
    ...removeItems(source, removedItems),
    ...removeKeys(source, removed, new Set(newKeys.keys())),
    ...[...newKeys].flatMap(([map, keys]) => insertKeys({ source, map, keys, removed })),
  ];
  if (edits.some((edit) => edit === undefined))
    return { problem: "the layout of the file does not allow a safe edit" };
  return applyEdits(source.text, edits as Replacement[]);
}

function collectNewKeys(
  source: YamlText,
  changes: readonly YamlChange[],
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

function addKeys(
  target: NewKeys,
  [key = "", ...rest]: readonly string[],
  value: FixValue,
): boolean {
  const existing = own(target, key);
  if (rest.length === 0) {
    target[key] = existing ?? value;
    return existing === undefined || JSON.stringify(existing) === JSON.stringify(value);
  }
  if (existing !== undefined && !isSubtree(existing)) return false;
  const subtree: NewKeys = existing ?? {};
  target[key] = subtree;
  return addKeys(subtree, rest, value);
}

function applyEdits(text: string, edits: readonly Replacement[]): Applied {
  const unique = uniqueBy(edits, (edit) => JSON.stringify(edit));
  const sorted = unique.toSorted((left, right) => left.from - right.from || left.to - right.to);
  let result = "";
  let end = 0;
  for (const { from, to, text: replacement } of sorted) {
    if (from < end) return { problem: "two fixes change the same text differently" };
    result += text.slice(end, from) + replacement;
    end = to;
  }
  return { text: result + text.slice(end) };
}
