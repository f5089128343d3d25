import type { Manifest } from "../../model/manifest.ts";
import type { Problem } from "../problem.ts";
import type { KnownObject } from "./known-objects.ts";

export interface AcrossCheck {
  readonly manifests: readonly Manifest[];
  readonly known: readonly KnownObject[];
  readonly complete: boolean;
  readonly report: (manifest: Manifest, problem: Problem) => void;
}

/** Todo. */
export function checkAcross(_check: AcrossCheck): void {}
