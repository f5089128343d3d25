import { objectName, userPlace, type Manifest, type ManifestSource } from "../model/manifest.ts";
import { placeAt, type Path } from "../model/origin.ts";
import type { Place } from "../model/place.ts";

/** Where a finding leads: to a place inside a manifest, or to what the estate declares. */
export interface Location {
  readonly at: Place;
  readonly object?: string;
  /** Inside the object when there is one, else inside the policy input. */
  readonly path: Path;
  readonly source?: ManifestSource;
  /** What the path leads through, for names of list items. */
  readonly root: unknown;
  /** Position in the input's `resources`, when the finding is about a manifest. */
  readonly resource?: number;
}

/** Follows the path that a rule gave from the input to a line of the user's YAML; never fails, the nearest parent counts. */
export function locateFinding(
  path: Path,
  input: object,
  { manifests, fallback }: { manifests: readonly Manifest[]; fallback: Place },
): Location {
  const [list, index, part] = path;
  const manifest = list === "resources" && typeof index === "number" ? manifests[index] : undefined;
  if (!manifest) return { at: placeAt(input, path, fallback), path, root: input };
  const inside = part === "object" ? path.slice(3) : [];
  const source = manifest.sourceAt(inside);
  return {
    at: userPlace(source),
    object: objectName(manifest.id),
    path: inside,
    source,
    root: manifest.object,
    resource: Number(index),
  };
}

/** Whether a value came from what a provider or target is, so that nobody's portable YAML chose it. */
export function isFact(source: ManifestSource): boolean {
  if (source.patch || !source.origin) return false;
  return source.origin.layer === "fact" || source.origin.place.file.startsWith("clouds/");
}
