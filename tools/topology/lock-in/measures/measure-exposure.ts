import { own } from "@altostrata/pipeline";
import { lower, product, sum, type Interval } from "./interval.ts";
import type { Binding, LockInFacts } from "../lock-in-facts.ts";

/** A binding with what it adds to the score. */
export interface PricedBinding extends Binding {
  /** Person-days to move it, after what is proven. */
  readonly days: Interval;
  /** The days in money; absent when the provider's file says nothing of leaving. */
  readonly cost?: Interval;
  /** Cost times the yearly likelihood of having to leave; absent with the cost. */
  readonly exposure?: Interval;
}

/** Every binding with its days, its cost and its share of the exposure, in the order of the facts. */
export function priceBindings({ bindings, providers }: LockInFacts): readonly PricedBinding[] {
  return bindings.map((binding) => {
    const leaving = own(providers, binding.provider);
    if (!leaving) return { ...binding, days: binding.effort };
    const proven = binding.proof !== undefined;
    const days = proven ? lower(binding.effort, leaving.redeploy) : binding.effort;
    const cost = { least: days.least * leaving.dayRate, most: days.most * leaving.dayRate };
    return { ...binding, days, cost, exposure: product(cost, leaving.perYear) };
  });
}

/** The sum over bindings of one of their figures; what has no figure adds nothing. */
export function total(
  bindings: readonly PricedBinding[],
  figure: "days" | "cost" | "exposure",
): Interval {
  return sum(bindings.flatMap((binding) => binding[figure] ?? []));
}
