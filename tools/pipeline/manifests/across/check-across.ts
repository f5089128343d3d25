import { compareObjects, userPlace, type Manifest } from "../../model/kubernetes/manifest.ts";
import type { ManifestProblem, ReportProblem } from "../manifest-problem.ts";
import type { AcrossContext } from "./across-context.ts";
import { checkEmbeddedFiles } from "./check-embedded-files.ts";
import { checkPorts } from "./check-ports.ts";
import { checkObjectReferences } from "./check-object-references.ts";
import { checkRoutes } from "./check-routes.ts";
import { checkSelectors } from "./check-selectors.ts";
import type { KnownObject } from "./known-objects.ts";
import { targetObjects, typeOf } from "./target-objects.ts";
import { targetPods } from "./target-pods.ts";

export interface AcrossCheck {
  readonly manifests: readonly Manifest[];
  readonly known: readonly KnownObject[];
  /** Whether the manifests are complete. Missing objects are only reported if they are. */
  readonly complete: boolean;
  readonly report: (manifest: Manifest, problem: ManifestProblem) => void;
}

/** Checks that need more than one object: duplicates, references, selectors, ports, embedded files. */
export function checkAcross({ manifests, known, complete, report }: AcrossCheck): void {
  const reportOn =
    (manifest: Manifest): ReportProblem =>
    (problem) =>
      report(manifest, problem);
  checkDuplicates(manifests, reportOn);
  for (const manifest of manifests) checkEmbeddedFiles(manifest, reportOn(manifest));
  if (!complete) return;
  const pods = Map.groupBy(targetPods(manifests), ({ namespace }) => namespace);
  const context = { manifests, objects: targetObjects(manifests, known), pods, reportOn };
  checkObjectReferences(context);
  checkRoutes(context);
  checkSelectors(context);
  checkPorts(context);
}

function checkDuplicates(
  manifests: readonly Manifest[],
  reportOn: AcrossContext["reportOn"],
): void {
  const sorted = [...manifests].sort((left, right) => compareObjects(left.id, right.id));
  const first = new Map<string, Manifest>();
  for (const manifest of sorted) {
    const key = `${typeOf(manifest)} ${manifest.id.namespace} ${manifest.id.name}`;
    const earlier = first.get(key);
    if (!earlier) {
      first.set(key, manifest);
      continue;
    }
    const related = [userPlace(earlier.sourceAt(["metadata", "name"]))];
    const path = ["metadata", "name"];
    reportOn(manifest)({ code: "manifest-duplicate", path, args: {}, related });
  }
}
