import {
  hasOrigins,
  originAt,
  originOf,
  setOrigin,
  setOriginOfOtherKeys,
  type Layer,
  type Origin,
  type Path,
} from "../model/origins/origin.ts";
import { startOf } from "../model/origins/place.ts";
import type { Sourced } from "./diagnose.ts";

/** Creates the origin of the value at `path` of a file, in the given layer. */
export function originIn(source: Sourced, path: Path, layer: Layer = "fact"): Origin {
  const origin = originAt(source.value, path) ?? { place: startOf(source.file) };
  return origin.layer ? origin : { ...origin, layer };
}

/** Gives every key of newly built containers that has no origin the origin of the input it was derived from. */
export function traced<Value>(value: Value, origin: Origin): Value {
  if (typeof value !== "object" || value === null) return value;
  if (!hasOrigins(value)) {
    setOriginOfOtherKeys(value, origin);
    for (const child of Object.values(value)) traced(child, origin);
    return value;
  }
  for (const key of Object.keys(value)) {
    if (originOf(value, key)) continue;
    setOrigin(value, key, origin);
    traced((value as Record<string, unknown>)[key], origin);
  }
  return value;
}

/** Sets the origin of the named keys only, for values that come from another line than their neighbours. */
export function tracedKeys<Value extends object>(
  value: Value,
  origins: { readonly [Key in keyof Value]?: Origin },
): Value {
  for (const key of Object.keys(origins) as (keyof Value & string)[]) {
    const origin = origins[key];
    if (!origin || value[key] === undefined) continue;
    setOrigin(value, key, origin);
    traced(value[key], origin);
  }
  return value;
}
