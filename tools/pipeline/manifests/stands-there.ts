import type { ManifestCode } from "../model/results/codes.ts";
import type { Manifest } from "../model/kubernetes/manifest.ts";
import { atPath, isSet } from "./cursor.ts";
import type { Problem } from "./problem.ts";

/** About a value that an object holds, and true whatever else it will hold. */
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

/** About the object as such. */
const aboutObjects: ReadonlySet<ManifestCode> = new Set<ManifestCode>([
  "manifest-kind-unknown",
  "manifest-version-removed",
  "manifest-version-deprecated",
  "manifest-addon-missing",
  "manifest-schema-missing",
  "manifest-namespace-not-allowed",
  "manifest-duplicate",
]);

/** Whether a problem is about what stands in an object; of an incomplete one, nothing that is missing may be complained about. */
export function standsThere({ code, path }: Problem, { object }: Manifest): boolean {
  if (aboutObjects.has(code)) return true;
  return aboutValues.has(code) && isSet(atPath({ value: object }, path));
}
