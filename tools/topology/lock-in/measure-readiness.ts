import type { LockInFacts, PlanFact } from "./lock-in-facts.ts";

/** 0: no plan; 1: written, with an owner; 2: rehearsed once, too long ago; 3: within a year; 4: by itself. */
type ReadinessLevel = 0 | 1 | 2 | 3 | 4;

export interface Readiness {
  /** That of the system that is least ready. */
  readonly level: ReadinessLevel;
  readonly plans: readonly {
    readonly environment: string;
    readonly system: string;
    readonly provider: string;
    readonly level: ReadinessLevel;
  }[];
}

/** How ready each system is to leave each provider that it depends on. */
export function measureReadiness({ systems, asOf }: LockInFacts): Readiness {
  const plans = systems.flatMap(({ environment, system, dependsOn, plans: written }) =>
    dependsOn.map((provider) => ({
      environment,
      system,
      provider,
      level: levelOf(written[provider], asOf),
    })),
  );
  const lowest = plans.reduce((least, { level }) => Math.min(least, level), 4);
  return { level: (plans.length === 0 ? 0 : lowest) as ReadinessLevel, plans };
}

const longestDays = 365;

function levelOf(plan: PlanFact | undefined, asOf: string): ReadinessLevel {
  if (!plan) return 0;
  if (plan.rehearsed === undefined) return 1;
  const age = (Date.parse(asOf) - Date.parse(plan.rehearsed)) / 86_400_000;
  // A day that lies ahead is a hope, not a rehearsal.
  if (age < 0) return 1;
  if (age > longestDays) return 2;
  return plan.automatic === undefined ? 3 : 4;
}
