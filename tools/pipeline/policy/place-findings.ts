import type { DesiredState } from "../model/desired-state.ts";
import { kindName } from "../model/manifest.ts";
import { startOf } from "../model/place.ts";
import type { TargetResult } from "../model/run-result.ts";
import { digestOf } from "../model/run-memory.ts";
import type { Waivable } from "./apply-waivers.ts";
import type { PreparedEstate } from "./estate-input.ts";
import type { Policies } from "./load-policies.ts";
import { makeFindings } from "./make-findings.ts";
import type { RawFinding } from "./policy-bundle.ts";
import { actionFor } from "./resolve-settings.ts";
import { tierOf } from "./target-input.ts";

/** Gives what is known of findings that lead into one environment, under a digest of all of them, or lets them be made. */
export type RecallPlaces = (
  environment: string,
  digest: string,
  make: () => readonly Waivable[],
) => readonly Waivable[];

interface Placing {
  readonly policies: Policies;
  readonly desiredState: DesiredState;
  readonly recallPlaces?: RecallPlaces;
}

/**
 * Gives findings about the estate their places. To find the line of one that leads into a manifest or a placement, its target is
 * rendered or pictured again, so what is known of an environment is not asked twice.
 */
export function placeFindings(
  raw: readonly RawFinding[],
  prepared: PreparedEstate,
  placing: Placing,
): readonly Waivable[] {
  const { recallPlaces = (_environment, _digest, make) => make() } = placing;
  const ownerOf = ({ path: [list, index] }: RawFinding): TargetResult | undefined => {
    if (list === "resources") return prepared.manifests[Number(index)]?.result;
    return list === "placements" ? prepared.placed[Number(index)] : undefined;
  };
  const groups = Map.groupBy(raw, (finding) => ownerOf(finding)?.environment);
  return [...groups].flatMap(([environment, own]) => {
    const make = () => makeAll(own, prepared, placing);
    if (environment === undefined) return make();
    const named = own.map((finding) => [ownerOf(finding)?.target, withName(finding, prepared)]);
    return recallPlaces(environment, digestOf(JSON.stringify([unsure(prepared), named])), make);
  });
}

/** A manifest by its name: its position depends on all environments before. The position of a placement is in its fingerprint. */
function withName(
  { path, ...finding }: RawFinding,
  { manifests }: PreparedEstate,
): readonly unknown[] {
  const [list, index, ...inside] = path;
  const manifest = list === "resources" ? manifests[Number(index)]?.manifest : undefined;
  return [finding, manifest ? [list, manifest.id, ...inside] : path];
}

/** Kinds of which some object is incomplete, wherever it is. */
function unsure({ manifests }: PreparedEstate): readonly string[] {
  const incomplete = manifests.filter(({ manifest }) => manifest.incomplete);
  return [...new Set(incomplete.map(({ manifest }) => kindName(manifest.id)))].sort();
}

function makeAll(
  raw: readonly RawFinding[],
  { input, manifests }: PreparedEstate,
  { policies: { bundle, settings }, desiredState }: Placing,
): readonly Waivable[] {
  return makeFindings(raw, {
    rules: bundle.rules,
    input,
    manifests: manifests.map(({ manifest }) => manifest),
    fallback: startOf("environments"),
    actionOf: (rule, environment) => {
      if (environment === undefined) return actionFor(settings, rule, { tier: "production" });
      return actionFor(settings, rule, { environment, tier: tierOf(desiredState, environment) });
    },
    belongsTo: ({ path, resource }) => {
      const placed = resource === undefined ? undefined : manifests[resource]?.result;
      if (placed) return { environment: placed.environment, target: placed.target };
      return path[0] === "environments" && typeof path[1] === "string"
        ? { environment: path[1] }
        : {};
    },
  });
}
