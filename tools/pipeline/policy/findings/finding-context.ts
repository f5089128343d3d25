import type { DesiredState } from "../../model/estate/desired-state.ts";
import type { Manifest } from "../../model/kubernetes/manifest.ts";
import type { Path } from "../../model/origins/origin.ts";
import { startOf } from "../../model/origins/place.ts";
import type { RenderedTarget } from "../../model/results/rendered-target.ts";
import type { Policies } from "../bundle/load-policies.ts";
import { actionFor } from "../bundle/resolve-settings.ts";
import type { PreparedInput } from "../input/join-parts.ts";
import { placementOf } from "../input/placement-of.ts";
import type { EnvironmentInput, EstateInput } from "../input/policy-input.ts";
import { tierOf } from "../input/target-input.ts";
import type { FindingContext } from "./make-findings.ts";
import { incompleteKinds } from "./incomplete-kinds.ts";

type Prepared = PreparedInput<EnvironmentInput | EstateInput>;

/** The paths of findings, and the data that decides their action. */
interface FindingRequest {
  readonly policies: Policies;
  readonly desiredState: DesiredState;
  /** The paths of the findings in the input. */
  readonly paths: readonly Path[];
}

/**
 * Builds the context of findings about several targets. A finding in a manifest belongs to the manifest's target. All
 * such targets must be rendered.
 */
export function findingContext(
  prepared: Prepared,
  { policies: { bundle, settings }, desiredState, paths }: FindingRequest,
  rendered: readonly RenderedTarget[],
): FindingContext {
  return {
    rules: bundle.rules,
    input: withOriginsOfPlacements(prepared, paths, rendered),
    manifests: manifestsAt(prepared, paths, rendered),
    incompleteKinds: incompleteKindsIn(prepared),
    fallback: startOf("environments"),
    actionOf: (rule, environment) => {
      if (environment === undefined) return actionFor(settings, rule, { tier: "production" });
      return actionFor(settings, rule, { environment, tier: tierOf(desiredState, environment) });
    },
    belongsTo: ({ path, resource }) => {
      const owner = resource === undefined ? undefined : prepared.manifests[resource];
      if (owner) return { environment: owner.environment, target: owner.target };
      return path[0] === "environments" && typeof path[1] === "string"
        ? { environment: path[1] }
        : {};
    },
  };
}

/** Lists the kinds with an incomplete manifest in the input, sorted. */
export function incompleteKindsIn({ input, manifests }: Prepared): readonly string[] {
  return incompleteKinds(
    input.resources.map((id, index) => ({ id, incomplete: manifests[index]?.incomplete ?? false })),
  );
}

function manifestsAt(
  prepared: Prepared,
  paths: readonly Path[],
  rendered: readonly RenderedTarget[],
): ReadonlyMap<number, Manifest> {
  return new Map(
    indexesIn("resources", paths).flatMap((index) => {
      const owner = prepared.manifests[index];
      if (!owner) return [];
      const manifest = targetOf(owner, rendered)?.manifests[owner.position];
      if (!manifest) throw new Error(`resource ${index} of the input is not rendered`);
      return [[index, manifest] as const];
    }),
  );
}

/** Returns the input. The placements on the paths of findings get the origins of their values. */
function withOriginsOfPlacements(
  { input, placed }: Prepared,
  paths: readonly Path[],
  rendered: readonly RenderedTarget[],
): Prepared["input"] {
  const wanted = new Set(indexesIn("placements", paths));
  if (wanted.size === 0) return input;
  const placements = input.placements.map((placement, index) => {
    const owner = wanted.has(index) ? placed[index] : undefined;
    const target = owner && targetOf(owner, rendered);
    const view = target?.systems[owner?.position ?? 0]?.view;
    return target && view ? placementOf(target, view) : placement;
  });
  return { ...input, placements };
}

function indexesIn(list: "resources" | "placements", paths: readonly Path[]): number[] {
  return paths.flatMap(([first, index]) =>
    first === list && typeof index === "number" ? index : [],
  );
}

function targetOf(
  { environment, target }: { readonly environment: string; readonly target: string },
  rendered: readonly RenderedTarget[],
): RenderedTarget | undefined {
  return rendered.find((one) => one.environment === environment && one.target === target);
}
