import { sum, type Interval } from "./measures/interval.ts";
import { listEstimates } from "./evidence/list-estimates.ts";
import type { Basis, LockInFacts, OptionFacts } from "./lock-in-facts.ts";
import { measureConcentration, type Concentration } from "./measures/measure-concentration.ts";
import { totalExposure, measureDataExit, type DataExit } from "./measures/measure-data-exit.ts";
import { priceBindings, sumFigure, type PricedBinding } from "./measures/measure-exposure.ts";
import { measureReadiness, type Readiness } from "./measures/measure-readiness.ts";

/** There was nothing to score, which is not a good score. */
export interface NoScore {
  readonly scored: false;
  readonly catalogue: string;
}

/** A vector: its parts measure different things and are never added. */
export interface Score {
  readonly scored: true;
  readonly catalogue: string;
  /** The currency of every amount; absent if no provider declares one. */
  readonly currency?: string;
  readonly portability: Portability;
  readonly dataExit: readonly DataExit[];
  readonly concentration: readonly Concentration[];
  readonly readiness: Readiness;
  readonly exposure: Exposure;
  readonly options: OptionFacts;
  /** The figures that rest on estimates, part by part. */
  readonly estimates: readonly string[];
}

export type LockInScore = Score | NoScore;

/** The weighted share of components that are proven at two or more providers, 0 to 100. */
interface Portability {
  readonly basis: Basis;
  readonly percent: number;
  readonly components: LockInFacts["components"];
}

/** The cost of leaving, and that cost times its yearly likelihood: sums over `bindings` and the data exits. */
interface Exposure {
  readonly basis: Basis;
  readonly days: Interval;
  readonly switching: Interval;
  readonly perYear: Interval;
  /** Number of bindings and stores without a price: if there are any, the sums in money are too low. */
  readonly unpriced: number;
  readonly bindings: readonly PricedBinding[];
}

/** Scores facts; no score if there is no component. Depends on the facts alone; waivers have no effect. */
export function scoreLockIn(facts: LockInFacts): LockInScore {
  const { catalogue } = facts;
  if (facts.components.length === 0) return { scored: false, catalogue };
  const currency = Object.values(facts.providers)[0]?.currency;
  const bindings = priceBindings(facts);
  const dataExit = measureDataExit(facts);
  const costs = dataExit.flatMap(({ stores }) => stores.map(({ cost = 0 }) => cost));
  const egress = costs.reduce((whole, cost) => whole + cost, 0);
  return {
    scored: true,
    catalogue,
    ...(currency === undefined ? {} : { currency }),
    portability: measurePortability(facts),
    dataExit,
    concentration: measureConcentration(facts),
    readiness: measureReadiness(facts, bindings),
    exposure: {
      basis: "estimate",
      days: sumFigure(bindings, "days"),
      switching: sum([sumFigure(bindings, "cost"), { least: egress, most: egress }]),
      perYear: sum([sumFigure(bindings, "exposure"), totalExposure(dataExit)]),
      unpriced: countUnpriced(bindings, dataExit),
      bindings,
    },
    options: facts.options,
    estimates: listEstimates(facts),
  };
}

function countUnpriced(bindings: readonly PricedBinding[], dataExit: readonly DataExit[]): number {
  const stores = dataExit.flatMap((exit) => exit.stores);
  return [...bindings, ...stores].filter(({ cost }) => cost === undefined).length;
}

function measurePortability({ components }: LockInFacts): Portability {
  const weight = (of: LockInFacts["components"]): number =>
    of.reduce((whole, component) => whole + component.weight, 0);
  const proven = components.filter(({ provenAt }) => provenAt.length > 1);
  return { basis: "proven", percent: (100 * weight(proven)) / weight(components), components };
}
