import type { DiagnosticCode } from "../../model/results/codes.ts";
import type { MessageArgument } from "../../model/results/diagnostic.ts";
import { originOf, type Key } from "../../model/origins/origin.ts";
import type { Place } from "../../model/origins/place.ts";
import type { Unfitness } from "./check-value.ts";
import type { Valued } from "../language/frame.ts";
import { isForbiddenKey } from "../../model/values/forbidden-key.ts";
import type { Print } from "../language/prepared-template.ts";
import type { ListNode, MapNode, SkeletonNode, TextNode, ValueNode } from "./skeleton.ts";

/** The values to insert, and how to handle those that do not fit. */
export interface Substitution {
  readonly values: readonly (Valued | undefined)[];
  /** Returns the expression that printed a value. */
  readonly printOf: (index: number) => Print;
  readonly placeOf: (offset: number) => Place;
  readonly check: (value: unknown) => Unfitness | undefined;
  /**
   * Reports values that the language or the position cannot hold; `whole` is true if the value is the whole scalar.
   */
  readonly mayHold: (value: unknown, whole: boolean) => DiagnosticCode | undefined;
  readonly convert: (value: unknown) => unknown;
  readonly report: (code: DiagnosticCode, at: Place, args: Record<string, MessageArgument>) => void;
}

/** Marks a missing value: its key or element is omitted. */
export const absent = Symbol("absent");

/** Builds the value of a skeleton; values that cannot be inserted are reported and omitted. */
export function substitute(node: SkeletonNode, substitution: Substitution): unknown {
  switch (node.kind) {
    case "literal":
      return node.value;
    case "value":
      return wholeValue(node, substitution);
    case "text":
      return textValue(node, substitution);
    case "map":
      return node.finished ?? mapValue(node, substitution);
    case "list":
      return node.finished ?? listValue(node, substitution);
  }
}

function wholeValue({ index }: ValueNode, substitution: Substitution): unknown {
  const valued = substitution.values[index];
  if (!valued || !isAccepted(valued, index, { substitution, whole: true })) return absent;
  return substitution.convert(valued.value);
}

function textValue({ parts }: TextNode, substitution: Substitution): string | typeof absent {
  let text = "";
  for (const part of parts) {
    if (typeof part === "string") {
      text += part;
      continue;
    }
    const valued = substitution.values[part];
    if (!valued || !isAccepted(valued, part, { substitution, whole: false })) return absent;
    text += String(valued.value);
  }
  return text;
}

function isAccepted(
  valued: Valued,
  index: number,
  { substitution, whole }: { substitution: Substitution; whole: boolean },
): boolean {
  const { value } = valued;
  const refused =
    !whole && isNoText(value) ? "template-value-not-text" : substitution.mayHold(value, whole);
  const unfit = refused ? undefined : substitution.check(value);
  if (!refused && !unfit) return true;
  const { source, at } = substitution.printOf(index);
  if (!unfit) {
    substitution.report(refused ?? "template-value-not-text", at, { expression: source });
    return false;
  }
  if ("key" in unfit) {
    substitution.report("template-key-invalid", at, { key: unfit.key });
  } else {
    const { container, key } = valued;
    const origin = container && originOf(container, key as Key);
    substitution.report("value-invalid-unicode", origin?.place ?? at, { expression: source });
  }
  return false;
}

function isNoText(value: unknown): boolean {
  return typeof value === "object" || value === undefined;
}

function mapValue(
  { entries, fixedKeys }: MapNode,
  substitution: Substitution,
): Record<string, unknown> {
  const map: Record<string, unknown> = {};
  for (const entry of entries) {
    const key = typeof entry.key === "string" ? entry.key : keyValue(entry.key, substitution);
    if (key === undefined) continue;
    if (!fixedKeys && Object.hasOwn(map, key)) {
      const at = substitution.placeOf(entry.offset);
      substitution.report("template-output-duplicate-key", at, { key });
      continue;
    }
    const value = substitute(entry.value, substitution);
    if (value !== absent) map[key] = value;
  }
  return map;
}

/** Builds the text of a key with placeholders; undefined after a diagnostic if it is not a valid key. */
function keyValue(key: ValueNode | TextNode, substitution: Substitution): string | undefined {
  const text = key.kind === "value" ? wholeValue(key, substitution) : textValue(key, substitution);
  if (text === absent) return undefined;
  const { at } = substitution.printOf(firstValue(key));
  if (typeof text !== "string" || isForbiddenKey(text)) {
    substitution.report("template-key-invalid", at, { key: shown(text) });
    return undefined;
  }
  return text;
}

function firstValue(key: ValueNode | TextNode): number {
  if (key.kind === "value") return key.index;
  return key.parts.find((part) => typeof part === "number") ?? 0;
}

function shown(value: unknown): string {
  return (JSON.stringify(value) ?? "nothing").slice(0, 80);
}

function listValue({ items }: ListNode, substitution: Substitution): unknown[] {
  const list: unknown[] = [];
  for (const item of items) {
    const value = substitute(item, substitution);
    if (value !== absent) list.push(value);
  }
  return list;
}
