import { originOf, type Origin } from "../../model/origins/origin.ts";
import { traced, tracedKeys } from "../traced.ts";
import type { MergedSettings } from "../layers/component-settings.ts";

/** Returns the minimum and maximum replicas, each with its line. */
export function replicasOf(settings: MergedSettings): { min: number; max: number } {
  const declared = settings.values["replicas"] as number | { min: number; max: number } | undefined;
  const origin = originOf(settings.values, "replicas") ?? settings.listed;
  if (typeof declared === "number") return traced({ min: declared, max: declared }, origin);
  const { min = 1, max = 1 } = declared ?? {};
  return tracedKeys(
    { min, max },
    { min: keyOrigin(declared, "min", origin), max: keyOrigin(declared, "max", origin) },
  );
}

function keyOrigin(container: object | undefined, key: string, fallback: Origin): Origin {
  return (container && originOf(container, key)) ?? fallback;
}
