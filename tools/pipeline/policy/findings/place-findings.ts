import type { RenderedTarget } from "../../model/results/rendered-target.ts";
import type { RawFinding } from "../bundle/policy-bundle.ts";
import type { RuleContext } from "../evaluate/rule-context.ts";
import type { PreparedInput } from "../input/join-parts.ts";
import type { EstateInput } from "../input/policy-input.ts";
import type { Waivable } from "../waivers/apply-waivers.ts";
import { findingContext, incompleteKindsIn } from "./finding-context.ts";
import { makeFindings } from "./make-findings.ts";

/** Findings about the estate in the manifests and placements of one environment, or of none. */
export interface FoundInEnvironment {
  readonly environment: string | undefined;
  readonly raw: readonly RawFinding[];
}

/** Groups findings about the estate by their environment. */
export function groupByEnvironment(
  raw: readonly RawFinding[],
  prepared: PreparedInput<EstateInput>,
): readonly FoundInEnvironment[] {
  const groups = Map.groupBy(raw, (finding) => ownerOf(finding, prepared)?.environment);
  return [...groups].map(([environment, own]) => ({ environment, raw: own }));
}

/** Gives findings their places in the files of an environment. Its targets must be rendered. */
export function placeFindings(
  { raw }: FoundInEnvironment,
  { prepared, context }: { prepared: PreparedInput<EstateInput>; context: RuleContext },
  rendered: readonly RenderedTarget[],
): readonly Waivable[] {
  const paths = raw.map(({ path }) => path);
  return makeFindings(raw, findingContext(prepared, { ...context, paths }, rendered));
}

/**
 * Returns everything besides the environment's files that decides the places, as text. Names replace positions, which
 * depend on other environments.
 */
export function namedFindings(
  { raw }: FoundInEnvironment,
  prepared: PreparedInput<EstateInput>,
): string {
  const named = raw.map((finding) => [
    ownerOf(finding, prepared)?.target,
    withName(finding, prepared),
  ]);
  return JSON.stringify([incompleteKindsIn(prepared), named]);
}

function ownerOf({ path: [list, index] }: RawFinding, prepared: PreparedInput<EstateInput>) {
  if (list === "resources") return prepared.manifests[Number(index)];
  return list === "placements" ? prepared.placed[Number(index)] : undefined;
}

/** Keeps the position of a placement, since it is part of the fingerprint. */
function withName(
  { path, ...finding }: RawFinding,
  { input }: PreparedInput<EstateInput>,
): readonly unknown[] {
  const [list, index, ...inside] = path;
  const resource = list === "resources" ? input.resources[Number(index)] : undefined;
  if (!resource) return [finding, path];
  const { group, version, kind, namespace, name } = resource;
  return [finding, [list, { group, version, kind, namespace, name }, ...inside]];
}
