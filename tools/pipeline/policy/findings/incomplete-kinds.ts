import { kindName, type Manifest } from "../../model/kubernetes/manifest.ts";

/** Lists the kinds with an incomplete object, sorted. Such an object may contain what a rule misses elsewhere. */
export function incompleteKinds(
  manifests: readonly Pick<Manifest, "id" | "incomplete">[],
): string[] {
  const incomplete = manifests.filter((manifest) => manifest.incomplete);
  return [...new Set(incomplete.map(({ id }) => kindName(id)))].sort();
}
