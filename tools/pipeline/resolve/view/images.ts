import { setOrigin } from "../../model/origins/origin.ts";
import type { EstateIndex } from "../estate-index.ts";
import { originIn } from "../traced.ts";

/**
 * Builds full image references by catalogue name: `repository:tag@digest`, or `repository:tag` while the digest is
 * unresolved.
 */
export function imageReferences({ images }: EstateIndex): Record<string, string> {
  const references: Record<string, string> = {};
  if (!images) return references;
  for (const [name, { repository, tag, digest }] of Object.entries(images.value.images)) {
    references[name] = digest === null ? `${repository}:${tag}` : `${repository}:${tag}@${digest}`;
    setOrigin(
      references,
      name,
      originIn(images, ["images", name, digest === null ? "tag" : "digest"]),
    );
  }
  return references;
}
