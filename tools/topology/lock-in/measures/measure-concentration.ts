import type { Basis, LockInFacts } from "../lock-in-facts.ts";

/** The concentration of one facet at one provider: the Herfindahl-Hirschman index, 1 if everything is there. */
export interface Concentration {
  readonly basis: Basis;
  readonly facet: "compute" | "primary data" | "edge" | "control";
  readonly index: number;
  /** Share of each provider, largest first; the sum is 1. */
  readonly shares: readonly { readonly provider: string; readonly share: number }[];
}

/** Measures the concentration of each facet with any content. */
export function measureConcentration({
  components,
  stores,
  systems,
}: LockInFacts): readonly Concentration[] {
  return [
    facet(
      "compute",
      components.flatMap(({ cpus, weight }) => amounts(cpus, weight)),
    ),
    facet(
      "primary data",
      stores.map(({ provider, gigabytes }) => [provider, gigabytes] as const),
    ),
    facet(
      "edge",
      systems.flatMap(({ edge, weight }) => amounts(edge, weight)),
    ),
    facet(
      "control",
      systems.map(({ master, weight }) => [master, weight] as const),
    ),
  ].filter(({ shares }) => shares.length > 0);
}

type Amount = readonly [provider: string, amount: number];

function amounts(of: Readonly<Record<string, number>>, weight: number): Amount[] {
  return Object.entries(of).map(([provider, amount]) => [provider, amount * weight]);
}

function facet(name: Concentration["facet"], found: readonly Amount[]): Concentration {
  const totals = new Map<string, number>();
  for (const [provider, amount] of found) {
    totals.set(provider, (totals.get(provider) ?? 0) + amount);
  }
  const whole = [...totals.values()].reduce((total, amount) => total + amount, 0);
  const shares = [...totals]
    .filter(([, amount]) => amount > 0)
    .map(([provider, amount]) => ({ provider, share: amount / whole }))
    .sort((left, right) => right.share - left.share || (left.provider < right.provider ? -1 : 1));
  return {
    basis: "declared",
    facet: name,
    index: shares.reduce((total, { share }) => total + share * share, 0),
    shares,
  };
}
