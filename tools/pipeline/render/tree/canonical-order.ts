import type { ParsedText } from "./parsed-text.ts";
import { mapNode, type SkeletonEntry } from "./skeleton.ts";

const first = ["apiVersion", "kind", "metadata"];

/** Moves apiVersion, kind and metadata to the front of each document and keeps the order of the rest. */
export function inCanonicalOrder({ documents, diagnostics }: ParsedText): ParsedText {
  return {
    diagnostics,
    documents: documents.map((document) => {
      if (document.kind !== "map") return document;
      const entries = document.entries.toSorted((left, right) => rank(left) - rank(right));
      return mapNode(entries, document.offset);
    }),
  };
}

function rank({ key }: SkeletonEntry): number {
  const index = typeof key === "string" ? first.indexOf(key) : -1;
  return index < 0 ? first.length : index;
}
