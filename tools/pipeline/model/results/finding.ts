import type { ManifestSource } from "../kubernetes/manifest.ts";
import type { Path } from "../origins/origin.ts";
import type { Place } from "../origins/place.ts";

export type Severity = "critical" | "high" | "medium" | "low";

/** What a finding does to the exit code: only `deny` without a waiver fails a run. */
export type Action = "deny" | "warn" | "inform";

/** A rule says no: which rule, about what, where it stands in the user's YAML, and whether a waiver covers it. */
export interface Finding {
  readonly rule: string;
  readonly title: string;
  readonly severity: Severity;
  readonly action: Action;
  readonly message: string;
  readonly remediation: string;
  readonly environment?: string;
  readonly target?: string;
  /** `Kind/namespace/name`, when the finding is about a manifest. */
  readonly object?: string;
  /** The kind (`group/Kind`) of the object whose absence is the finding. */
  readonly missing?: string;
  /** Path inside the object, or inside the policy input for findings about the estate. */
  readonly path: Path;
  /** The path with list items by name, as a waiver's `path` names it; absent for a finding about the whole object. */
  readonly waiverPath?: string;
  readonly at: Place;
  /** Which system and component the object belongs to, where it belongs to one. */
  readonly system?: string;
  readonly component?: string;
  /** The line of the template that wrote it, where it is about a manifest. */
  readonly source?: Pick<ManifestSource, "template" | "expression">;
  /** Stable over unrelated changes: rule, environment, target, object and path without list positions. */
  readonly fingerprint: string;
  readonly waiver?: {
    readonly at: Place;
    readonly owner: string;
    readonly expires: string;
    readonly reason: string;
  };
  /** Where the same component works without what the rule refuses, so that the finding warns instead of denies. */
  readonly proof?: {
    readonly provider: string;
    readonly environment: string;
    readonly target: string;
  };
}
