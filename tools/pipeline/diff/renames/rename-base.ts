import { compareObjects } from "../../model/kubernetes/manifest.ts";
import type { SystemView } from "../../model/view/view.ts";
import type { RenderedTarget } from "../../model/results/rendered-target.ts";
import { isRecord } from "../../model/values/json-record.ts";
import { systemKey, type Renames } from "./renames.ts";

/** Assembles the older side of one newer environment, under the newer names. */
export function renameBase(
  results: readonly RenderedTarget[],
  environment: string,
  renames: Renames,
): readonly RenderedTarget[] {
  const parts = results.flatMap((result) => partOf(result, environment, renames));
  const places = Map.groupBy(parts, ({ target }) => target);
  return [...places.keys()].sort().map((target) => together(places.get(target) ?? []));
}

/** The systems of a result that belong to the environment now; the result itself if it is the environment's own. */
function partOf(result: RenderedTarget, environment: string, renames: Renames): RenderedTarget[] {
  const placeOf = (system: string) =>
    renames.systems.get(systemKey(result.environment, system))?.head;
  const whole = renames.environments.get(result.environment) ?? result.environment;
  const belongs = (system: string | undefined) =>
    ((system === undefined ? undefined : placeOf(system)?.environment) ?? whole) === environment;
  const systems = result.systems.filter(({ view }) => belongs(view.system.name));
  if (systems.length === 0 && whole !== environment) return [];
  return [
    {
      ...result,
      environment,
      target: renames.targets.get(result.target) ?? result.target,
      systems: systems.map((system) =>
        renameSystem(system, {
          environment,
          system: placeOf(system.view.system.name)?.system,
          targets: renames.targets,
        }),
      ),
      manifests: result.manifests
        .filter(({ system }) => belongs(system))
        .map((manifest) => {
          const system = manifest.system && (placeOf(manifest.system)?.system ?? manifest.system);
          return system === undefined ? manifest : { ...manifest, system };
        }),
    },
  ];
}

function renameSystem(
  { view, patches }: SystemView,
  names: { environment: string; system: string | undefined; targets: Renames["targets"] },
): SystemView {
  const renamed = names.targets.size === 0 ? view : replaceNames(view, names.targets);
  return {
    view: {
      ...renamed,
      environment: { ...renamed.environment, name: names.environment },
      system: { ...renamed.system, name: names.system ?? renamed.system.name },
    },
    patches,
  };
}

/** Copies a value and replaces every string and key that is an old name. */
function replaceNames<Value>(value: Value, names: ReadonlyMap<string, string>): Value {
  const replaced = (part: unknown): unknown => {
    if (typeof part === "string") return names.get(part) ?? part;
    if (Array.isArray(part)) return part.map(replaced);
    if (!isRecord(part)) return part;
    return Object.fromEntries(
      Object.entries(part).map(([key, item]) => [names.get(key) ?? key, replaced(item)]),
    );
  };
  // The shape stays the same; only strings differ.
  return replaced(value) as Value;
}

function together(parts: readonly RenderedTarget[]): RenderedTarget {
  const [first] = parts;
  if (!first) throw new Error("a target without a result");
  if (parts.length === 1) return first;
  return {
    ...first,
    ...(parts.some(({ lacksObjects }) => lacksObjects) ? { lacksObjects: true } : {}),
    systems: parts.flatMap(({ systems }) => systems),
    manifests: parts
      .flatMap(({ manifests }) => manifests)
      .sort((left, right) => compareObjects(left.id, right.id)),
  };
}
