import { own } from "@altostrata/pipeline";
import { lowerBounds, product, sum, type Interval } from "./interval.ts";
import type { Binding, LockInFacts } from "../lock-in-facts.ts";

/** A binding with its contribution to the score. */
export interface PricedBinding extends Binding {
  /** Person-days to move it, after proofs. */
  readonly days: Interval;
  /** The days in money; absent if the provider's file has no exit plan. */
  readonly cost?: Interval;
  /** Cost times the yearly likelihood of having to leave; absent without a cost. */
  readonly exposure?: Interval;
}

/** Returns every binding with its days, its cost and its share of the exposure, in the order of the facts. */
export function priceBindings({ bindings, providers }: LockInFacts): readonly PricedBinding[] {
  return bindings.map((binding) => {
    const leaving = own(providers, binding.provider);
    if (!leaving) return { ...binding, days: binding.effort };
    const proven = binding.proof !== undefined;
    const days = proven ? lowerBounds(binding.effort, leaving.redeploy) : binding.effort;
    const cost = { least: days.least * leaving.dayRate, most: days.most * leaving.dayRate };
    return { ...binding, days, cost, exposure: product(cost, leaving.perYear) };
  });
}

/** Sums one figure over bindings; absent figures add nothing. */
export function sumFigure(
  bindings: readonly PricedBinding[],
  figure: "days" | "cost" | "exposure",
): Interval {
  return sum(bindings.flatMap((binding) => binding[figure] ?? []));
}
