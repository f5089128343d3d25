import type { ManifestSource } from "../../../model/kubernetes/manifest.ts";

/** Whether a value came from what a provider or target is, so that nobody's portable YAML chose it. */
export function isFact(source: ManifestSource): boolean {
  if (source.patch || !source.origin) return false;
  return source.origin.layer === "fact" || source.origin.place.file.startsWith("clouds/");
}
