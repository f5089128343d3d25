import type { EnvironmentState } from "../../model/estate/desired-state.ts";
import type { Manifest } from "../../model/kubernetes/manifest.ts";
import type { TargetResult } from "../../model/results/run-result.ts";
import type { IsPlaced } from "./declared-input.ts";
import { lazyList } from "./lazy-list.ts";
import { placementOf } from "./placement-of.ts";
import type { EnvironmentInput, EstateInput } from "./policy-input.ts";
import type { TargetPart } from "./target-parts.ts";

/** A target and what it adds to the input. */
export interface PartOfTarget {
  readonly result: TargetResult;
  readonly part: TargetPart;
}

/** The input about several targets, and what stands behind its lists. */
export interface PreparedInput<Input extends EnvironmentInput | EstateInput> extends Behind {
  readonly input: Input;
}

interface Behind {
  /** The manifest behind each of its resources, with the target it belongs to. */
  readonly manifests: readonly Placed[];
  /** The target behind each of its placements. */
  readonly placed: readonly TargetResult[];
}

interface Placed {
  readonly manifest: Manifest;
  readonly result: TargetResult;
}

type PlacedParts = Pick<EstateInput, "placements" | "resources" | "pulls"> & Behind;

/** Puts the parts of targets into one input. Views and manifests are made only for what somebody looks at. */
export function placedParts(targets: readonly PartOfTarget[], isPlaced: IsPlaced): PlacedParts {
  const manifests = wantedManifests(targets);
  const placed = targets
    .flatMap(({ result, part }) =>
      part.placements.map((printed, index) => ({ result, index, printed })),
    )
    .filter(({ result, printed }) => isPlaced(result.environment, printed.system));
  return {
    placements: placementsOf(placed),
    resources: manifests.map(({ resource }) => resource),
    pulls: manifests.flatMap(({ pulls }) => pulls),
    manifests,
    placed: placed.map(({ result }) => result),
  };
}

/** Tells of which systems all targets are among these. */
export function wholeSystems(
  environments: readonly EnvironmentState[],
  targets: readonly PartOfTarget[],
): IsPlaced {
  const placed = Map.groupBy(
    targets.flatMap(({ result: { environment }, part }) =>
      part.placements.map(({ system }) => `${environment}/${system}`),
    ),
    (name) => name,
  );
  const whole = new Set(
    environments.flatMap((environment) =>
      environment.systems
        .map(({ name, workers }) => ({ name: `${environment.name}/${name}`, workers }))
        .filter(({ name, workers }) => placed.get(name)?.length === workers.length + 1)
        .map(({ name }) => name),
    ),
  );
  return (environment, system) => whole.has(`${environment}/${system}`);
}

function placementsOf(
  placed: readonly { result: TargetResult; index: number; printed: unknown }[],
): readonly unknown[] {
  return lazyList(
    placed.map(({ printed }) => printed),
    (position) => {
      const { result, index } = placed[position] ?? {};
      const view = result?.systems[index ?? 0]?.view;
      return result && view && placementOf(result, view);
    },
  );
}

interface Wanted extends Placed {
  readonly resource: EstateInput["resources"][number];
  readonly pulls: EstateInput["pulls"];
}

function wantedManifests(targets: readonly PartOfTarget[]): readonly Wanted[] {
  const kept = targets.flatMap(({ result, part }) =>
    part.resources.map((one) => ({ ...one, result })),
  );
  return kept.map(({ result, resource, position, incomplete, pulls }, index) => ({
    result,
    resource,
    manifest: laterManifest({ resource, incomplete }, () => result.manifests[position]),
    pulls: pulls.map((pull) => ({
      ...pull,
      resource: index,
      path: ["resources", index, "object", ...pull.path],
    })),
  }));
}

/** A manifest of which it is known what it is: what it says and where is rendered when somebody asks that. */
function laterManifest(
  { resource, incomplete }: Pick<TargetPart["resources"][number], "resource" | "incomplete">,
  find: () => Manifest | undefined,
): Manifest {
  const { group, version, kind, namespace, name, layer, system, component } = resource;
  const made = (): Manifest => {
    const manifest = find();
    if (!manifest) throw new Error(`${resource.id} is not rendered a second time`);
    return manifest;
  };
  return {
    id: { group, version, kind, namespace, name },
    layer,
    incomplete,
    ...(system === undefined ? {} : { system }),
    ...(component === undefined ? {} : { component }),
    get object() {
      return made().object;
    },
    get at() {
      return made().at;
    },
    sourceAt: (path) => made().sourceAt(path),
  };
}
