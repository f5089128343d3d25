import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Alias,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import type { LoadCode } from "../model/results/codes.ts";
import { deepestNesting } from "../model/values/deepest-nesting.ts";
import type { Diagnostic, MessageArgument } from "../model/results/diagnostic.ts";
import { setOrigin } from "../model/origins/origin.ts";
import type { Place } from "../model/origins/place.ts";
import { isForbiddenKey } from "../model/values/forbidden-key.ts";

/** Aliases that expand to more values than these are an attack, not a way to avoid repetition. */
const maxAliasedNodes = 500;

interface ConversionContext {
  readonly placeOf: (offset: number) => Place;
  readonly diagnostics: Diagnostic[];
}

interface Conversion extends ConversionContext {
  readonly anchors: Map<string, Node>;
  readonly targets: Map<Alias, Node>;
  readonly open: Set<Node>;
  aliasDepth: number;
  aliasedNodes: number;
  refusedOnce: Set<LoadCode>;
}

/**
 * Converts a parsed node to a plain value, with an origin for every key and list element. Refused values become null.
 */
export function convertNode(node: Node, context: ConversionContext): unknown {
  return convert(node, {
    ...context,
    anchors: new Map(),
    targets: new Map(),
    open: new Set(),
    aliasDepth: 0,
    aliasedNodes: 0,
    refusedOnce: new Set(),
  });
}

function convert(node: Node, conversion: Conversion): unknown {
  if (conversion.aliasDepth > 0 && !countAliasedNode(node, conversion)) return null;
  if (node.tag !== undefined && !isPlainTag(node)) {
    refuse(conversion, "yaml-tag-refused", {
      at: placeOfNode(node, conversion),
      args: { tag: node.tag },
    });
  }
  if (isAlias(node)) return convertAlias(node, conversion);
  if (conversion.aliasDepth === 0 && hasAnchor(node)) conversion.anchors.set(node.anchor, node);
  if (isScalar(node)) return convertScalar(node, conversion);
  if (conversion.open.size >= deepestNesting) {
    refuseOnce(conversion, "yaml-too-deep", placeOfNode(node, conversion));
    return null;
  }
  conversion.open.add(node);
  const value = isMap(node)
    ? convertMap(node, conversion)
    : isSeq(node)
      ? convertList(node, conversion)
      : null;
  conversion.open.delete(node);
  return value;
}

function countAliasedNode(node: Node, conversion: Conversion): boolean {
  conversion.aliasedNodes += 1;
  if (conversion.aliasedNodes <= maxAliasedNodes) return true;
  refuseOnce(conversion, "yaml-alias-limit", placeOfNode(node, conversion));
  return false;
}

function isPlainTag(node: Node): boolean {
  // The library sets a node's tag only if the text has one; for a plain `!` it is null.
  return node.tag === null;
}

function hasAnchor(node: Node): node is Node & { anchor: string } {
  return "anchor" in node && typeof node.anchor === "string";
}

function convertAlias(alias: Alias, conversion: Conversion): unknown {
  const at = placeOfNode(alias, conversion);
  const target = conversion.targets.get(alias) ?? conversion.anchors.get(alias.source);
  if (!target) {
    refuse(conversion, "yaml-syntax", {
      at,
      args: { problem: "unknown-alias", detail: alias.source },
    });
    return null;
  }
  if (conversion.open.has(target)) {
    refuseOnce(conversion, "yaml-alias-limit", at);
    return null;
  }
  conversion.targets.set(alias, target);
  conversion.aliasDepth += 1;
  const value = convert(target, conversion);
  conversion.aliasDepth -= 1;
  return value;
}

function convertScalar(scalar: Scalar, conversion: Conversion): unknown {
  const { value, source } = scalar;
  if (typeof value !== "number") return value;
  const isExact =
    Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
  // Readers disagree about 012: twelve, ten, or a text with a significant zero (account numbers).
  const isAmbiguous = /^[-+]?0[0-9]/.test(source ?? "");
  if (isExact && !isAmbiguous) return value;
  const args = { text: source ?? String(value), problem: isExact ? "leading-zero" : "not-exact" };
  refuse(conversion, "yaml-number-refused", { at: placeOfNode(scalar, conversion), args });
  return null;
}

function convertList(list: YAMLSeq, conversion: Conversion): unknown[] {
  return (list.items as Node[]).reduce<unknown[]>((values, item, index) => {
    setOrigin(values, index, { place: placeOfNode(item, conversion) });
    values.push(convert(item, conversion));
    return values;
  }, []);
}

function convertMap(map: YAMLMap, conversion: Conversion): Record<string, unknown> {
  const value: Record<string, unknown> = {};
  const keyPlaces = new Map<string, Place>();
  for (const pair of map.items as Pair<Node, Node | null>[]) {
    const keyPlace = placeOfNode(pair.key, conversion);
    const key = readKey(pair.key, keyPlace, conversion);
    if (key === undefined) {
      if (pair.value) convert(pair.value, conversion);
      continue;
    }
    const first = keyPlaces.get(key);
    if (first) {
      refuse(conversion, "yaml-duplicate-key", { at: keyPlace, args: { key }, related: [first] });
      continue;
    }
    keyPlaces.set(key, keyPlace);
    value[key] = pair.value === null ? null : convert(pair.value, conversion);
    const place = hasText(pair.value) ? placeOfNode(pair.value, conversion) : keyPlace;
    setOrigin(value, key, { place, keyPlace });
  }
  return value;
}

/** Reports whether a value has text of its own: `key:` alone has an implicit null. */
function hasText(node: Node | null): node is Node {
  return node !== null && !(isScalar(node) && node.source === "" && node.type === "PLAIN");
}

function readKey(node: Node, at: Place, conversion: Conversion): string | undefined {
  const key = isScalar(node) ? node.value : undefined;
  const problem = keyProblem(node, key);
  if (problem === undefined) {
    if (node.tag) convert(node, conversion);
    return key as string;
  }
  const text = isScalar(node) ? (node.source ?? String(key)) : "";
  refuse(conversion, "yaml-forbidden-key", { at, args: { key: text, problem } });
  return undefined;
}

function keyProblem(node: Node, key: unknown): string | undefined {
  if (!isScalar(node)) return "not-a-scalar";
  if (typeof key !== "string") return key === null ? "empty" : `not-text-but-${typeof key}`;
  if (key === "<<") return "merge-key";
  return isForbiddenKey(key) ? "reserved" : undefined;
}

function placeOfNode(node: Node | null, conversion: Conversion): Place {
  return conversion.placeOf(node?.range?.[0] ?? 0);
}

function refuse(
  conversion: Conversion,
  code: LoadCode,
  details: { at: Place; args: Record<string, MessageArgument>; related?: readonly Place[] },
): void {
  conversion.diagnostics.push({ code, ...details });
}

function refuseOnce(conversion: Conversion, code: LoadCode, at: Place): void {
  if (conversion.refusedOnce.has(code)) return;
  conversion.refusedOnce.add(code);
  refuse(conversion, code, { at, args: {} });
}
