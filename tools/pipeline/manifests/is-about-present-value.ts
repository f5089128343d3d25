import type { ManifestCode } from "../model/results/codes.ts";
import type { Manifest } from "../model/kubernetes/manifest.ts";
import { atPath, isSet } from "./cursor.ts";
import type { ManifestProblem } from "./manifest-problem.ts";

/** Problems with a present value, which remain true whatever the missing values are. */
const aboutValues: ReadonlySet<ManifestCode> = new Set<ManifestCode>([
  "manifest-unknown-field",
  "manifest-wrong-type",
  "manifest-value-not-allowed",
  "manifest-value-invalid",
  "manifest-name-invalid",
  "manifest-label-invalid",
  "manifest-reference-missing",
  "manifest-port-missing",
  "manifest-embedded-syntax",
]);

/** Problems with the object as a whole. */
const aboutObjects: ReadonlySet<ManifestCode> = new Set<ManifestCode>([
  "manifest-kind-unknown",
  "manifest-version-removed",
  "manifest-version-deprecated",
  "manifest-addon-missing",
  "manifest-schema-missing",
  "manifest-namespace-not-allowed",
  "manifest-duplicate",
]);

/** Reports whether a problem is about a present value. Missing values of an incomplete object are not reported. */
export function isAboutPresentValue(
  { code, path }: ManifestProblem,
  { object }: Manifest,
): boolean {
  if (aboutObjects.has(code)) return true;
  return aboutValues.has(code) && isSet(atPath({ value: object }, path));
}
