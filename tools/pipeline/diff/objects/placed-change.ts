import type { ObjectChange, Pair } from "../../model/comparison/comparison.ts";

/** The change of one object in one place, before equal changes are merged. */
export type PlacedChange = Omit<ObjectChange, "places" | "exceptions" | "digest"> & {
  readonly place: Pair;
};
