import type { ManifestSource } from "../kubernetes/manifest.ts";
import type { Path } from "../origins/origin.ts";
import type { Place } from "../origins/place.ts";

export type Severity = "critical" | "high" | "medium" | "low";

/** The effect of a finding on the exit code: only `deny` without a waiver fails a run. */
export type Action = "deny" | "warn" | "inform";

/** A rule violation: the rule, the object, the place in the user's YAML, and the waiver if one covers it. */
export interface Finding {
  readonly rule: string;
  readonly title: string;
  readonly severity: Severity;
  readonly action: Action;
  readonly message: string;
  readonly remediation: string;
  readonly environment?: string;
  readonly target?: string;
  /** `Kind/namespace/name`, if the finding is about a manifest. */
  readonly object?: string;
  /** The kind (`group/Kind`) of the missing object, if the finding is about an absence. */
  readonly missing?: string;
  /** Path inside the object, or inside the policy input for findings about the estate. */
  readonly path: Path;
  /** The path with list items by name, as in a waiver's `path`; absent for a finding about the whole object. */
  readonly waiverPath?: string;
  readonly at: Place;
  /** System and component of the object, if it has them. */
  readonly system?: string;
  readonly component?: string;
  /** The template line that wrote it, for findings about a manifest. */
  readonly source?: Pick<ManifestSource, "template" | "expression">;
  /**
   * Stable across unrelated changes: computed from rule, environment, target, object and path without list positions.
   */
  readonly fingerprint: string;
  readonly waiver?: {
    readonly at: Place;
    readonly owner: string;
    readonly expires: string;
    readonly reason: string;
  };
  /** Where the same component passes without this violation, so that the finding warns instead of denies. */
  readonly proof?: {
    readonly provider: string;
    readonly environment: string;
    readonly target: string;
  };
}
