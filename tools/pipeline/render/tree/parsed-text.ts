import type { Diagnostic } from "../../model/results/diagnostic.ts";
import type { Place } from "../../model/origins/place.ts";
import type { SkeletonNode } from "./skeleton.ts";

/** A printed text, and the place of its offsets in the template. */
export interface PrintedText {
  readonly text: string;
  readonly placeOf: (offset: number) => Place;
}

/** The documents of a printed text as skeletons, and its problems. */
export interface ParsedText {
  readonly documents: readonly SkeletonNode[];
  readonly diagnostics: readonly Diagnostic[];
}
