import type { ManifestSource } from "../../../model/kubernetes/manifest.ts";

/** Returns whether a provider's or target's description declares the value. The portable YAML did not choose it. */
export function isCloudFact(source: ManifestSource): boolean {
  if (source.patch || !source.origin) return false;
  return source.origin.layer === "fact" || source.origin.place.file.startsWith("clouds/");
}
