import type { EmbeddedValue, ManifestSource } from "../../model/kubernetes/manifest.ts";
import { marksOf, type PlaceNames } from "../input/manifests/find-texts.ts";
import { isFact } from "../input/facts/is-fact.ts";
import type { TextMark } from "../input/policy-input.ts";
import type { RuleMetadata } from "../bundle/rule-metadata.ts";

/**
 * The source of the value inside a config file that has the mark for which the file was found, as far as that can be told; the
 * file's own source otherwise. What somebody chose comes before what a provider is.
 */
export function locateInside(
  source: ManifestSource,
  { marks, family }: { marks: readonly TextMark[]; family: RuleMetadata["family"] },
  places: PlaceNames,
): ManifestSource {
  const [mark, ...others] = marks.filter((one) => marksOfFamily[family].includes(one));
  if (!source.inside || mark === undefined || others.length > 0) return source;
  const marked = source.inside().filter((value) => marksOf(lineOf(value), places).includes(mark));
  const chosen = marked.find((value) => !isFact(value.source)) ?? marked[0];
  return chosen?.source ?? source;
}

// What rules of a family look for in texts: a file may have several marks, and a finding is about one.
const marksOfFamily: Readonly<Record<RuleMetadata["family"], readonly TextMark[]>> = {
  security: ["credential"],
  meta: ["unrendered"],
  "lock-in": ["cloud-identifier", "region"],
  topology: ["outside-residency"],
};

// As the file has it: what makes a text a password is the key before it.
function lineOf({ path, value }: EmbeddedValue): string {
  const key = path.findLast((part) => typeof part === "string");
  return key === undefined ? String(value) : `${key} = ${String(value)}`;
}
