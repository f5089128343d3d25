import type { Place } from "@altostrata/pipeline";
import type { Interval } from "./measures/interval.ts";

/** The basis of a figure: tried in this run, declared in a file, or guessed. */
export type Basis = "proven" | "declared" | "estimate";

/** The input of a score, as plain data: each list sorted and unique. */
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

/** A component of a system, with its location and the providers where its kind is proven to work. */
export interface ComponentFact {
  readonly environment: string;
  readonly system: string;
  readonly component: string;
  /** Its weight, by the tier of its environment. */
  readonly weight: number;
  /** Providers on whose targets it renders and passes every check, sorted. */
  readonly provenAt: readonly string[];
  /** CPUs that it requests at its floor, by provider. */
  readonly cpus: Readonly<Record<string, number>>;
}

/** A surface of one provider that a component of a system uses. */
export interface Binding {
  readonly environment: string;
  readonly system: string;
  /** Empty if it belongs to the system as a whole. */
  readonly component: string;
  readonly provider: string;
  readonly surface: string;
  readonly facet: string;
  readonly tier: number;
  /** Person-days to replace it here. */
  readonly effort: Interval;
  /** Whether the catalogue names no effort, so that the tier's effort applies. */
  readonly assumed: boolean;
  readonly exit: string;
  readonly alternatives: readonly string[];
  /** Another provider where the same component is proven, so that moving it is only a new deployment. */
  readonly proof?: string;
  /** The strictest place of that proof. */
  readonly provenIn?: { readonly environment: string; readonly target: string };
  /** One example place where it is used. */
  readonly at: Place;
}

/** Data whose first copy is at a provider. */
export interface StoreFact {
  readonly environment: string;
  readonly system: string;
  readonly datasource: string;
  readonly provider: string;
  readonly gigabytes: number;
  /** Price per gigabyte of traffic to the internet, if the price list has one in the currency of the day rate. */
  readonly price?: { readonly perGigabyte: number; readonly kind: string };
}

export interface SystemFact {
  readonly environment: string;
  readonly system: string;
  readonly weight: number;
  readonly master: string;
  /** Share of the traffic by provider; the sum is 1. */
  readonly edge: Readonly<Record<string, number>>;
  /** Providers that need an exit plan: those of the master and of the first copies of data. */
  readonly dependsOn: readonly string[];
  readonly plans: Readonly<Record<string, PlanFact>>;
}

export interface PlanFact {
  readonly rehearsed?: string;
  /** Person-days of that rehearsal. */
  readonly took?: number;
  readonly automatic?: string;
}

/** The exit plan in a provider's file. */
export interface LeavingFact {
  readonly dayRate: number;
  readonly currency: string;
  readonly redeploy: Interval;
  readonly megabitsPerSecond: number;
  readonly windowHours: number;
  readonly perYear: Interval;
  readonly date: string;
}

/** The cost of keeping a choice. */
export interface OptionFacts {
  /** Template files and lines that only one provider needs. */
  readonly templates: Readonly<Record<string, { readonly files: number; readonly lines: number }>>;
  /** Targets in use, with the monthly price of their control planes, if known. */
  readonly targets: readonly {
    readonly target: string;
    readonly provider: string;
    readonly perMonth?: number;
    readonly kind?: string;
    /** Number of environments that share the target and its control plane. */
    readonly environments: number;
    /** CPUs that standbys request there while nothing has failed. */
    readonly standbyCpus: number;
  }[];
}
