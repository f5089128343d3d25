import type { DesiredState } from "../estate/desired-state.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { Finding } from "./finding.ts";
import type { Proof } from "./proof.ts";
import type { TargetSummary } from "./target-summary.ts";

/** The result of one run as data. Reporters and later steps read only this. */
export interface RunResult {
  /** The day that dates are compared with, YYYY-MM-DD. */
  readonly asOf: string;
  readonly desiredState: DesiredState;
  readonly targets: readonly TargetSummary[];
  readonly diagnostics: readonly Diagnostic[];
  readonly findings: readonly Finding[];
  /** Missing kinds (`group/Kind`) that may be defined elsewhere if only some files were checked; sorted. */
  readonly leftOut?: readonly string[];
  /** Undefined keys that were left out of an earlier state: dotted paths, sorted. */
  readonly leftOutKeys?: readonly string[];
  /** The number of things that each rule examined. */
  readonly considered: Readonly<Record<string, number>>;
  /** The components proven to work at each provider, sorted; limited to rendered targets. */
  readonly proofs: readonly Proof[];
}
