import { own } from "@altostrata/pipeline";
import { sum, type Interval } from "./interval.ts";
import type { Basis, LockInFacts, PlanFact } from "../lock-in-facts.ts";
import type { PricedBinding } from "./measure-exposure.ts";

/** 0: no plan; 1: written, with an owner; 2: rehearsed, over a year ago; 3: rehearsed within a year; 4: automatic. */
type ReadinessLevel = 0 | 1 | 2 | 3 | 4;

export interface Readiness {
  readonly basis: Basis;
  /** The readiness of the least ready system. */
  readonly level: ReadinessLevel;
  readonly plans: readonly {
    readonly environment: string;
    readonly system: string;
    readonly provider: string;
    readonly level: ReadinessLevel;
    /** Person-days of the last rehearsal, and the estimate for the system's bindings there. */
    readonly took?: number;
    readonly estimated?: Interval;
  }[];
}

/**
 * Measures how ready each system is to leave each provider it depends on, and the error of estimates in rehearsals.
 */
export function measureReadiness(
  { systems, asOf }: LockInFacts,
  bindings: readonly PricedBinding[],
): Readiness {
  const plans = systems.flatMap(({ environment, system, dependsOn, plans: written }) =>
    dependsOn.map((provider) => {
      const place = { environment, system, provider };
      const level = levelOf(own(written, provider), asOf);
      const took = own(written, provider)?.took;
      if (took === undefined) return { ...place, level };
      const days = bindings.filter((one) => isAt(one, place)).map((one) => one.days);
      return { ...place, level, took, estimated: sum(days) };
    }),
  );
  const lowest = plans.reduce((least, { level }) => Math.min(least, level), 4);
  return { basis: "declared", level: (plans.length === 0 ? 0 : lowest) as ReadinessLevel, plans };
}

type PlanPlace = Pick<PricedBinding, "environment" | "system" | "provider">;

function isAt(binding: PlanPlace, { environment, system, provider }: PlanPlace): boolean {
  return (
    binding.environment === environment &&
    binding.system === system &&
    binding.provider === provider
  );
}

const maxRehearsalDays = 365;

function levelOf(plan: PlanFact | undefined, asOf: string): ReadinessLevel {
  if (!plan) return 0;
  if (plan.rehearsed === undefined) return 1;
  const age = (Date.parse(asOf) - Date.parse(plan.rehearsed)) / 86_400_000;
  // A future day is a plan, not a rehearsal.
  if (age < 0) return 1;
  if (age > maxRehearsalDays) return 2;
  return plan.automatic === undefined ? 3 : 4;
}
