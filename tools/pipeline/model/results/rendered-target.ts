import type { EnvironmentTarget } from "../estate/environment-target.ts";
import type { Manifest } from "../kubernetes/manifest.ts";
import type { SystemView } from "../view/view.ts";

/** One environment on one target. */
export interface TargetFacts extends EnvironmentTarget {
  readonly provider: string;
  readonly kubernetes: { readonly version: string; readonly next?: string };
  /** Some objects could not be rendered, which diagnostics explain: references to them may be correct. */
  readonly lacksObjects?: boolean;
}

/** A rendered target. Views and manifests are large: use them and let them go. */
export interface RenderedTarget extends TargetFacts {
  readonly systems: readonly SystemView[];
  /** Sorted by group, kind, namespace and name. */
  readonly manifests: readonly Manifest[];
}
