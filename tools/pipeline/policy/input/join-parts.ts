import type { EnvironmentTarget } from "../../model/estate/environment-target.ts";
import type { EnvironmentState } from "../../model/estate/desired-state.ts";
import type { IsComplete } from "./declared-input.ts";
import type { EnvironmentInput, EstateInput } from "./policy-input.ts";
import type { TargetPart } from "./target-part.ts";

/** A target and its part of the input. */
export interface PartOfTarget {
  readonly target: EnvironmentTarget;
  readonly part: TargetPart;
}

/** The input about several targets, and the owners of its items. */
export interface PreparedInput<Input extends EnvironmentInput | EstateInput> extends Owners {
  readonly input: Input;
}

interface Owners {
  /** The manifest of each resource. */
  readonly manifests: readonly (Owner & { readonly incomplete: boolean })[];
  /** The system of each placement. */
  readonly placed: readonly Owner[];
}

/** The position of a manifest or system in its rendered target. */
interface Owner extends EnvironmentTarget {
  readonly position: number;
}

type JoinedParts = Pick<EstateInput, "placements" | "resources" | "pulls"> & Owners;

/** Joins the parts of targets to one input. */
export function joinParts(targets: readonly PartOfTarget[], isComplete: IsComplete): JoinedParts {
  const placed = targets
    .flatMap(({ target, part }) =>
      part.placements.map((placement, position) => ({ ...named(target), position, placement })),
    )
    .filter(({ environment, placement }) => isComplete(environment, placement.system));
  const resources = targets.flatMap(({ target, part }) =>
    part.resources.map((kept) => ({ ...named(target), ...kept })),
  );
  return {
    placements: placed.map(({ placement }) => placement),
    resources: resources.map(({ resource }) => resource),
    pulls: resources.flatMap(({ pulls }, index) =>
      pulls.map((pull) => ({
        ...pull,
        resource: index,
        path: ["resources", index, "object", ...pull.path],
      })),
    ),
    manifests: resources.map(({ environment, target, position, incomplete }) => ({
      environment,
      target,
      position,
      incomplete,
    })),
    placed: placed.map(({ environment, target, position }) => ({ environment, target, position })),
  };
}

/** Returns a test for systems with all their targets among these. */
export function completeSystems(
  environments: readonly EnvironmentState[],
  targets: readonly PartOfTarget[],
): IsComplete {
  const placed = Map.groupBy(
    targets.flatMap(({ target: { environment }, part }) =>
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

function named({ environment, target }: EnvironmentTarget): EnvironmentTarget {
  return { environment, target };
}
