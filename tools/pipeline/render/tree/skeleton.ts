import type { Diagnostic } from "../../model/results/diagnostic.ts";
import type { Place } from "../../model/origins/place.ts";

/** The parsed form of a printed text, shared by all renderings that print the same text. */
export interface Skeleton {
  readonly documents: readonly SkeletonNode[];
  readonly diagnostics: readonly Diagnostic[];
  /** Returns the place of an offset in the template. */
  readonly placeOf: (offset: number) => Place;
}

/** A parsed value that still contains placeholders. */
export type SkeletonNode = LiteralNode | ValueNode | TextNode | MapNode | ListNode;

interface Positioned {
  readonly offset: number;
}

interface LiteralNode extends Positioned {
  readonly kind: "literal";
  readonly value: unknown;
}

/** A scalar that is one placeholder: it becomes the value with its type. */
export interface ValueNode extends Positioned {
  readonly kind: "value";
  readonly index: number;
}

/** A string with placeholders inside. */
export interface TextNode extends Positioned {
  readonly kind: "text";
  readonly parts: readonly (string | number)[];
}

export interface MapNode extends Positioned {
  readonly kind: "map";
  readonly entries: readonly SkeletonEntry[];
  /** The keys are fixed and unique, whatever the values are. */
  readonly fixedKeys?: boolean;
  /** The finished map, if nothing inside depends on values; all renderings share it. */
  readonly finished?: Readonly<Record<string, unknown>> | undefined;
}

export interface ListNode extends Positioned {
  readonly kind: "list";
  readonly items: readonly SkeletonNode[];
  readonly finished?: readonly unknown[] | undefined;
}

export interface SkeletonEntry extends Positioned {
  readonly key: string | ValueNode | TextNode;
  readonly value: SkeletonNode;
}

/** Creates a map node, finished if possible. */
export function mapNode(entries: readonly SkeletonEntry[], offset: number): MapNode {
  const keys = new Set(entries.map(({ key }) => key));
  const fixedKeys =
    keys.size === entries.length && [...keys].every((key) => typeof key === "string");
  const finished = fixedKeys ? finishedMap(entries) : undefined;
  return { kind: "map", entries, offset, fixedKeys, ...(finished && { finished }) };
}

function finishedMap(entries: readonly SkeletonEntry[]): MapNode["finished"] {
  const finished: Record<string, unknown> = {};
  for (const { key, value } of entries) {
    const known = finishedValue(value);
    if (typeof key !== "string" || known === undefined) return undefined;
    finished[key] = known;
  }
  return Object.freeze(finished);
}

/** Creates a list node, finished if possible. */
export function listNode(items: readonly SkeletonNode[], offset: number): ListNode {
  const finished = items.map(finishedValue);
  if (finished.includes(undefined)) return { kind: "list", items, offset };
  return { kind: "list", items, offset, finished: Object.freeze(finished) };
}

function finishedValue(node: SkeletonNode): unknown {
  if (node.kind === "literal") return node.value;
  return node.kind === "map" || node.kind === "list" ? node.finished : undefined;
}
