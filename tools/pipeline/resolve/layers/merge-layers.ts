import { isRecord, type JsonRecord } from "../../model/values/json-record.ts";
import {
  originOf,
  setOrigin,
  setRootOrigin,
  type Layer,
  type Origin,
  type OverriddenValue,
} from "../../model/origins/origin.ts";

/** One layer's value: undefined if the layer does not set it, null if the layer removes it. */
export interface LayerValue {
  readonly layer: Layer;
  readonly value: unknown;
  readonly origin: Origin;
}

/**
 * Merges layers, weakest first: maps merge, lists and scalars replace, null removes. Returns the value with its origin
 * in the strongest layer and the values it replaced; undefined if no layer sets it.
 */
export function mergeLayers(
  layers: readonly LayerValue[],
): { value: unknown; origin: Origin } | undefined {
  const defined = layers.filter((layer) => layer.value !== undefined);
  const strongest = defined.at(-1);
  if (!strongest || strongest.value === null) return undefined;
  const origin = withChain(defined);
  if (!isRecord(strongest.value)) return { value: strongest.value, origin };
  const lastReplacement = defined.findLastIndex((layer) => !isRecord(layer.value));
  const value = mergeDictionaries(defined.slice(lastReplacement + 1));
  setRootOrigin(value, origin);
  return { value, origin };
}

function mergeDictionaries(layers: readonly LayerValue[]): JsonRecord {
  const merged: Record<string, unknown> = {};
  const keys = new Set(layers.flatMap((layer) => Object.keys(layer.value as JsonRecord)));
  for (const key of keys) {
    const result = mergeLayers(layers.map((layer) => below(layer, key)));
    if (!result) continue;
    merged[key] = result.value;
    setOrigin(merged, key, result.origin);
  }
  return merged;
}

function below(layer: LayerValue, key: string): LayerValue {
  const container = layer.value as JsonRecord;
  if (!Object.hasOwn(container, key)) return { ...layer, value: undefined };
  return {
    layer: layer.layer,
    value: container[key],
    origin: originOf(container, key) ?? layer.origin,
  };
}

function withChain(defined: readonly LayerValue[]): Origin {
  const [strongest, ...weaker] = defined.toReversed();
  if (!strongest) throw new Error("a chain needs at least one layer");
  const overrides: OverriddenValue[] = weaker.map((layer) => ({
    value: layer.value,
    origin: { ...layer.origin, layer: layer.layer },
  }));
  const origin = { ...strongest.origin, layer: strongest.layer };
  return overrides.length > 0 ? { ...origin, overrides } : origin;
}
