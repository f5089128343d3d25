import type { Score } from "@altostrata/topology";
import { range } from "./amounts.ts";

type Bound = Score["exposure"]["bindings"][number];

/** A table of bindings: the component, where an exit was proven, and the effort to leave. */
export function bindingRows({ exposure, currency }: Score): string[][] {
  const head = [
    "COMPONENT",
    "PROVIDER",
    "SURFACE",
    "PROVEN AT",
    "ON",
    "TIER",
    "UNPROVEN DAYS",
    "DAYS",
    `A YEAR${currency === undefined ? "" : `, ${currency}`}`,
  ];
  return [
    head,
    ...exposure.bindings.map((binding) => [
      binding.component === "" ? binding.system : `${binding.system}/${binding.component}`,
      binding.provider,
      binding.surface,
      binding.proof ?? "-",
      placeOf(binding),
      String(binding.tier),
      // A surface without an effort of its own gets the one of its tier.
      `${binding.assumed ? "by tier, " : ""}${range(binding.effort)}`,
      range(binding.days),
      binding.exposure ? range(binding.exposure) : "unknown",
    ]),
  ];
}

function placeOf({ provenIn }: Bound): string {
  return provenIn ? `${provenIn.environment}/${provenIn.target}` : "";
}
