/**
 * Evidence that something can move: a component, a system's DNS or a database's backup renders at a provider and passes
 * every check there.
 */
export interface Proof {
  readonly application: string;
  /** A component or a datasource; empty for the whole system. */
  readonly component: string;
  readonly aspect: ProofAspect;
  readonly provider: string;
  /** Where it was proven, under the settings of that environment's tier. */
  readonly environment: string;
  readonly target: string;
  readonly system: string;
}

export type ProofAspect = "runs" | "dns" | "backup";
