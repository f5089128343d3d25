import type { DesiredState } from "../estate/desired-state.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { Finding } from "./finding.ts";
import type { Proof } from "./proof.ts";
import type { TargetSummary } from "./target-summary.ts";

/** The result of one run, as data: reporters and later steps read only this. */
export interface RunResult {
  /** The day on which dates were judged, YYYY-MM-DD. */
  readonly asOf: string;
  readonly desiredState: DesiredState;
  readonly targets: readonly TargetSummary[];
  readonly diagnostics: readonly Diagnostic[];
  readonly findings: readonly Finding[];
  /** Kinds (`group/Kind`) that findings missed and that may stand elsewhere, where only some files were checked; sorted. */
  readonly leftOut?: readonly string[];
  /** Keys that no definition knows any more, which were left out of an earlier state; dotted paths, sorted. */
  readonly leftOutKeys?: readonly string[];
  /** How many things each rule looked at. */
  readonly considered: Readonly<Record<string, number>>;
  /** What of it is proven to work at which provider, sorted; only as much as was rendered. */
  readonly proofs: readonly Proof[];
}
