import { kindName, type Manifest } from "../../model/kubernetes/manifest.ts";

/** Kinds of which some object is incomplete, sorted: what it would have said may be what is missing elsewhere. */
export function unsureKinds(manifests: readonly Pick<Manifest, "id" | "incomplete">[]): string[] {
  const incomplete = manifests.filter((manifest) => manifest.incomplete);
  return [...new Set(incomplete.map(({ id }) => kindName(id)))].sort();
}
