import type { Place } from "@altostrata/pipeline";
import type { Interval } from "./measures/interval.ts";

/** What a figure rests on: tried in this run, said by somebody, or guessed. */
export type Basis = "proven" | "declared" | "estimate";

/** Everything that a score is computed from, as plain data: each list sorted, each thing once. */
export interface LockInFacts {
  /** Versions of the catalogues of the providers in use, such as `aws@1 gcp@1`. */
  readonly catalogue: string;
  readonly asOf: string;
  readonly components: readonly ComponentFact[];
  readonly bindings: readonly Binding[];
  readonly stores: readonly StoreFact[];
  readonly systems: readonly SystemFact[];
  readonly providers: Readonly<Record<string, LeavingFact>>;
  readonly options: OptionFacts;
}

/** A component of a system: where it stands, and where its kind is proven to work. */
export interface ComponentFact {
  readonly environment: string;
  readonly system: string;
  readonly component: string;
  /** How much it counts, by the tier of its environment. */
  readonly weight: number;
  /** Providers on whose targets it renders and passes every check, sorted. */
  readonly provenAt: readonly string[];
  /** CPUs that it asks for at its floor, by provider. */
  readonly cpus: Readonly<Record<string, number>>;
}

/** One surface of one provider, used by one component of a system. */
export interface Binding {
  readonly environment: string;
  readonly system: string;
  /** Empty for what belongs to the system as a whole. */
  readonly component: string;
  readonly provider: string;
  readonly surface: string;
  readonly facet: string;
  readonly tier: number;
  /** Person-days to replace it here. */
  readonly effort: Interval;
  /** The catalogue names no effort: it is that of the tier. */
  readonly assumed: boolean;
  readonly exit: string;
  readonly alternatives: readonly string[];
  /** Another provider at which the same component is proven, which makes moving it a new deployment. */
  readonly proof?: string;
  /** The strictest place of that proof. */
  readonly provenIn?: { readonly environment: string; readonly target: string };
  /** Where it shows: one place that stands for all. */
  readonly at: Place;
}

/** Data of which the first copy stands at a provider. */
export interface StoreFact {
  readonly environment: string;
  readonly system: string;
  readonly datasource: string;
  readonly provider: string;
  readonly gigabytes: number;
  /** Price of a gigabyte to the internet, where the price list has one in the currency of the day rate. */
  readonly price?: { readonly perGigabyte: number; readonly kind: string };
}

export interface SystemFact {
  readonly environment: string;
  readonly system: string;
  readonly weight: number;
  readonly master: string;
  /** Share of the traffic by provider, 1 in sum. */
  readonly edge: Readonly<Record<string, number>>;
  /** Providers that a plan is needed for: those of the master and of the first copies of data. */
  readonly dependsOn: readonly string[];
  readonly plans: Readonly<Record<string, PlanFact>>;
}

export interface PlanFact {
  readonly rehearsed?: string;
  /** Person-days of that rehearsal. */
  readonly took?: number;
  readonly automatic?: string;
}

/** What a provider's file says of leaving it. */
export interface LeavingFact {
  readonly dayRate: number;
  readonly currency: string;
  readonly redeploy: Interval;
  readonly megabitsPerSecond: number;
  readonly windowHours: number;
  readonly perYear: Interval;
  readonly date: string;
}

/** What is paid so that there is a choice. */
export interface OptionFacts {
  /** Template files and their lines that only one provider needs. */
  readonly templates: Readonly<Record<string, { readonly files: number; readonly lines: number }>>;
  /** Targets in use and the monthly price of their control planes, where known. */
  readonly targets: readonly {
    readonly target: string;
    readonly provider: string;
    readonly perMonth?: number;
    readonly kind?: string;
    /** How many environments use the target, which all need its control plane. */
    readonly environments: number;
    /** CPUs that standbys there ask for while nothing has failed. */
    readonly standbyCpus: number;
  }[];
}
