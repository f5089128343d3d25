import { own } from "@altostrata/pipeline";
import { exactly, product, sum, type Interval } from "./interval.ts";
import type { Basis, LeavingFact, LockInFacts, StoreFact } from "../lock-in-facts.ts";

/** The effort to move all data out of one provider. */
export interface DataExit {
  /** Volume sizes and bandwidth are estimates. */
  readonly basis: Basis;
  readonly provider: string;
  readonly gigabytes: number;
  /** Sequentially, at the declared bandwidth; absent if the provider's file has no exit plan. */
  readonly hours?: number;
  readonly windowHours?: number;
  readonly fits?: boolean;
  readonly stores: readonly StoreExit[];
}

interface StoreExit extends StoreFact {
  /** Price of the transfer; absent if unknown. */
  readonly cost?: number;
  /** Cost times the yearly likelihood of having to leave. */
  readonly exposure: Interval;
}

/** Measures the data exits, sorted by provider. */
export function measureDataExit({ stores, providers }: LockInFacts): readonly DataExit[] {
  const groups = Map.groupBy(stores, ({ provider }) => provider);
  return [...groups]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([provider, held]) => exitOf(provider, held, own(providers, provider)));
}

function exitOf(
  provider: string,
  own: readonly StoreFact[],
  leaving: LeavingFact | undefined,
): DataExit {
  const gigabytes = own.reduce((total, store) => total + store.gigabytes, 0);
  const stores = own.map((store): StoreExit => {
    const cost = store.price && store.price.perGigabyte * store.gigabytes;
    const exposure = product(exactly(cost ?? 0), leaving?.perYear ?? { least: 0, most: 1 });
    return { ...store, ...(cost === undefined ? {} : { cost }), exposure };
  });
  if (!leaving) return { basis: "estimate", provider, gigabytes, stores };
  const hours = (gigabytes * 8000) / leaving.megabitsPerSecond / 3600;
  const { windowHours } = leaving;
  const fits = hours <= windowHours;
  return { basis: "estimate", provider, gigabytes, hours, windowHours, fits, stores };
}

/** Hours until the slowest provider has released all data; unknown hours count as zero. */
export function longestExitHours(exits: readonly DataExit[]): number {
  return exits.reduce((longest, { hours = 0 }) => Math.max(longest, hours), 0);
}

/** The exposure of all stores together. */
export function totalExposure(exits: readonly DataExit[]): Interval {
  return sum(exits.flatMap(({ stores }) => stores.map(({ exposure }) => exposure)));
}
