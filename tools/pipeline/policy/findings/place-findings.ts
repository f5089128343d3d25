import type { TargetResult } from "../../model/results/run-result.ts";
import { digestOf } from "../../model/results/run-memory.ts";
import type { Waivable } from "../waivers/apply-waivers.ts";
import { findingContext, type FindingRequest } from "./finding-context.ts";
import { makeFindings } from "./make-findings.ts";
import type { PreparedInput } from "../input/placed-parts.ts";
import type { RawFinding } from "../bundle/policy-bundle.ts";
import type { EstateInput } from "../input/policy-input.ts";

/** Gives what is known of findings that lead into one environment, under a digest of all of them, or lets them be made. */
export type RecallPlaces = (
  environment: string,
  digest: string,
  make: () => readonly Waivable[],
) => readonly Waivable[];

interface Placing extends FindingRequest {
  readonly recallPlaces?: RecallPlaces;
}

/**
 * Gives findings about the estate their places. To find the line of one that leads into a manifest or a placement, its target is
 * rendered or pictured again, so what is known of an environment is not asked twice.
 */
export function placeFindings(
  raw: readonly RawFinding[],
  prepared: PreparedInput<EstateInput>,
  placing: Placing,
): readonly Waivable[] {
  const { recallPlaces = (_environment, _digest, make) => make() } = placing;
  const ownerOf = ({ path: [list, index] }: RawFinding): TargetResult | undefined => {
    if (list === "resources") return prepared.manifests[Number(index)]?.result;
    return list === "placements" ? prepared.placed[Number(index)] : undefined;
  };
  // Made once: it holds the manifests of all environments.
  const context = findingContext(prepared, placing);
  const groups = Map.groupBy(raw, (finding) => ownerOf(finding)?.environment);
  return [...groups].flatMap(([environment, own]) => {
    const make = () => makeFindings(own, context);
    if (environment === undefined) return make();
    const named = own.map((finding) => [ownerOf(finding)?.target, withName(finding, prepared)]);
    return recallPlaces(environment, digestOf(JSON.stringify([context.unsure, named])), make);
  });
}

/** A manifest by its name: its position depends on all environments before. The position of a placement is in its fingerprint. */
function withName(
  { path, ...finding }: RawFinding,
  { manifests }: PreparedInput<EstateInput>,
): readonly unknown[] {
  const [list, index, ...inside] = path;
  const manifest = list === "resources" ? manifests[Number(index)]?.manifest : undefined;
  return [finding, manifest ? [list, manifest.id, ...inside] : path];
}
