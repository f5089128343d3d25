import type { Manifest } from "../../model/kubernetes/manifest.ts";

/** The two versions of one object on one target; only one of them if it is added or removed. */
export interface PairedObject {
  readonly base?: Manifest;
  readonly head?: Manifest;
}
