import type { ObjectChange } from "../../model/comparison/comparison.ts";
import type { EnvironmentTarget } from "../../model/estate/environment-target.ts";

/** The change of one object in one place, before equal changes are merged. */
export type PlacedChange = Omit<ObjectChange, "places" | "exceptions" | "digest"> & {
  readonly place: EnvironmentTarget;
};
