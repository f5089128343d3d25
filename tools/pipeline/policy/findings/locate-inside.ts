import type { EmbeddedValue, ManifestSource } from "../../model/kubernetes/manifest.ts";
import { marksOf, type PlaceNames } from "../input/manifests/find-texts.ts";
import { isCloudFact } from "../input/facts/is-cloud-fact.ts";
import type { TextMark } from "../input/policy-input.ts";
import type { RuleMetadata } from "../bundle/rule-metadata.ts";

/**
 * Returns the source of the marked value in a config file, or the file's own source if that is ambiguous. Prefers
 * values that a user chose to facts of a provider.
 */
export function locateInside(
  source: ManifestSource,
  { marks, family }: { marks: readonly TextMark[]; family: RuleMetadata["family"] },
  places: PlaceNames,
): ManifestSource {
  const [mark, ...others] = marks.filter((one) => marksOfFamily[family].includes(one));
  if (!source.inside || mark === undefined || others.length > 0) return source;
  const marked = source.inside().filter((value) => marksOf(lineOf(value), places).includes(mark));
  const chosen = marked.find((value) => !isCloudFact(value.source)) ?? marked[0];
  return chosen?.source ?? source;
}

// The marks that each family searches texts for. A file may have several marks, and a finding is about one.
const marksOfFamily: Readonly<Record<RuleMetadata["family"], readonly TextMark[]>> = {
  security: ["credential"],
  meta: ["unrendered"],
  "lock-in": ["cloud-identifier", "region"],
  topology: ["outside-residency"],
};

// Returns the line as in the file: the key makes a text a password.
function lineOf({ path, value }: EmbeddedValue): string {
  const key = path.findLast((part) => typeof part === "string");
  return key === undefined ? String(value) : `${key} = ${String(value)}`;
}
