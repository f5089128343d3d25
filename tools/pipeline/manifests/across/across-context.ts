import type { Manifest } from "../../model/kubernetes/manifest.ts";
import type { ReportProblem } from "../manifest-problem.ts";
import type { TargetObjects } from "./target-objects.ts";
import type { TargetPod } from "./target-pods.ts";

/** The context of a check across objects. */
export interface AcrossContext {
  readonly manifests: readonly Manifest[];
  readonly objects: TargetObjects;
  /** Pods by namespace. */
  readonly pods: ReadonlyMap<string, readonly TargetPod[]>;
  readonly reportOn: (manifest: Manifest) => ReportProblem;
}
