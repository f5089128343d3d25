/**
 * What a run proves about moving: a component (or a system's DNS, or a database's backup) of an application renders at a
 * provider, and nothing refuses it there.
 */
export interface Proof {
  readonly application: string;
  /** A component or a datasource; empty for the system as a whole. */
  readonly component: string;
  readonly aspect: ProofAspect;
  readonly provider: string;
  /** Where it was proven, under the settings of that environment's tier. */
  readonly environment: string;
  readonly target: string;
  readonly system: string;
}

export type ProofAspect = "runs" | "dns" | "backup";
