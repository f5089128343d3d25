import type { TargetState } from "../../model/estate/desired-state.ts";
import type { Diagnostic } from "../../model/results/diagnostic.ts";
import { placeAt } from "../../model/origins/origin.ts";
import { startOf } from "../../model/origins/place.ts";
import type { ApiDescription, ApiDescriptions } from "./describe-apis.ts";
import type { ServedApis } from "./find-kind.ts";

/**
 * Returns the APIs of a target, now and after its planned upgrade, and the Kubernetes versions without a description.
 */
export function servedApis(
  target: TargetState,
  all: ApiDescriptions,
): { readonly minors: readonly ServedApis[]; readonly missing: readonly Diagnostic[] } {
  const addons: ApiDescription[] = [];
  const withoutDescription = new Map<string, string>();
  for (const [name, version] of Object.entries(target.value.addons)) {
    const description = all.addon(name, version);
    if (description) addons.push(description);
    else withoutDescription.set(name, version);
  }
  const minors: ServedApis[] = [];
  const missing: Diagnostic[] = [];
  for (const key of ["version", "next"] as const) {
    const minor = target.value.kubernetes[key];
    if (minor === undefined) continue;
    const kubernetes = all.kubernetes(minor);
    if (kubernetes) {
      minors.push({ minor, kubernetes, addons, withoutDescription, all, cache: new Map() });
      continue;
    }
    missing.push({
      code: "manifest-schema-missing",
      args: { what: `Kubernetes ${minor}` },
      at: placeAt(target.value, ["kubernetes", key], startOf(target.file)),
    });
  }
  return { minors, missing };
}
