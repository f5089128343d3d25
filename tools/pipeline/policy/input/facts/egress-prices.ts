import type { DesiredState } from "../../../model/estate/desired-state.ts";

interface EgressPrice {
  readonly perGigabyte: number;
  readonly currency: string;
  /** Whether the price is published or estimated. */
  readonly kind: string;
}

/** Returns the price of a gigabyte of traffic from a provider to another one, by region. */
export function egressPrices(
  { prices = [] }: DesiredState,
  provider: string,
): Readonly<Record<string, EgressPrice>> {
  const rows = prices.find(({ name }) => name === provider)?.value ?? [];
  return Object.fromEntries(
    rows
      .filter(({ item }) => item === "egress-internet")
      .map(({ region, price, currency, kind }) => [region, { perGigabyte: price, currency, kind }]),
  );
}
