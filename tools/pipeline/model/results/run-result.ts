import type { DesiredState } from "../estate/desired-state.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { Finding } from "./finding.ts";
import type { Manifest } from "../kubernetes/manifest.ts";
import type { TargetSummary } from "./target-summary.ts";
import type { SystemView } from "../view/view.ts";
import type { Proof } from "./proof.ts";

/**
 * What a run knows of one environment on one target. Views and manifests are made when somebody asks and let go when many others
 * were asked for since: who needs them more than once holds them.
 */
export interface TargetResult {
  readonly environment: string;
  readonly target: string;
  readonly provider: string;
  readonly kubernetes: { readonly version: string; readonly next?: string };
  readonly systems: readonly SystemView[];
  /** Sorted by group, kind, namespace and name. */
  readonly manifests: readonly Manifest[];
  /** Objects that belong here could not be made, which diagnostics say: what others miss of them follows from that. */
  readonly lacksObjects?: boolean;
  /** What is known without making any of it. */
  readonly summary?: TargetSummary;
}

/** Everything one run found out, as data: reporters and later steps read only this. */
export interface RunResult {
  /** The day on which dates were judged, YYYY-MM-DD. */
  readonly asOf: string;
  readonly desiredState: DesiredState;
  readonly targets: readonly TargetResult[];
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
