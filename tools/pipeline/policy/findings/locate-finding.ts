import { isDeepStrictEqual } from "node:util";
import {
  objectName,
  userPlace,
  type Manifest,
  type ManifestSource,
} from "../../model/kubernetes/manifest.ts";
import { placeAt, type Path } from "../../model/origins/origin.ts";
import type { Place } from "../../model/origins/place.ts";
import { locateInside } from "./locate-inside.ts";
import type { TargetInput } from "../input/policy-input.ts";
import type { RuleMetadata } from "../bundle/rule-metadata.ts";

/** The place of a finding: in a manifest, or in the declarations of the estate. */
export interface Location {
  readonly at: Place;
  readonly object?: string;
  /** In the object if there is one, else in the policy input. */
  readonly path: Path;
  readonly source?: ManifestSource;
  /** The manifest with the problem. */
  readonly manifest?: Manifest;
  /** The value that the path starts from, for names of list items. */
  readonly root: unknown;
  /** The position in the input's `resources`, if the finding is about a manifest. */
  readonly resource?: number;
}

/** Follows the path of a rule from the input to a line of the user's YAML. Falls back to the nearest parent. */
export function locateFinding(
  path: Path,
  input: object,
  {
    manifests,
    fallback,
    family,
  }: { manifests: ReadonlyMap<number, Manifest>; fallback: Place; family: RuleMetadata["family"] },
): Location {
  const [list, index, part] = path;
  const manifest =
    list === "resources" && typeof index === "number" ? manifests.get(index) : undefined;
  if (!manifest) return { at: placeAt(input, path, fallback), path, root: input };
  const inside = part === "object" ? path.slice(3) : [];
  const source = sourceOf(manifest.sourceAt(inside), { path, input, family });
  return {
    at: userPlace(source),
    object: objectName(manifest.id),
    path: inside,
    source,
    manifest,
    root: manifest.object,
    resource: Number(index),
  };
}

function sourceOf(
  source: ManifestSource,
  { path, input, family }: { path: Path; input: object; family: RuleMetadata["family"] },
): ManifestSource {
  if (!source.inside) return source;
  const { texts = [], vocabulary, outside = {} } = input as Partial<TargetInput>;
  const text = texts.find((one) => isDeepStrictEqual(one.path, path));
  return locateInside(
    source,
    { marks: text?.marks ?? [], family },
    { regions: vocabulary?.regions ?? [], outside: Object.keys(outside) },
  );
}
