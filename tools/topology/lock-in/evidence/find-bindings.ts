import {
  placeAt,
  userPlace,
  comparePlaces,
  type DesiredState,
  type Manifest,
  type View,
  type Place,
  type ProofAspect,
  type Provider,
  type RenderedTarget,
} from "@altostrata/pipeline";
import type { Interval } from "../measures/interval.ts";
import type { Binding } from "../lock-in-facts.ts";
import { traceFinder } from "./trace-finder.ts";

/** A binding before its proofs are known. */
export interface FoundBinding extends Omit<Binding, "proof" | "provenIn"> {
  /** The subject of a proof that it can be replaced. */
  readonly aspect: ProofAspect;
}

/** Returns every surface that a component uses, once per environment, system, component and surface, sorted. */
export function findBindings(
  desiredState: DesiredState,
  targets: readonly RenderedTarget[],
): readonly FoundBinding[] {
  const found = new Map<string, FoundBinding>();
  for (const { surface, provider, environment, system, component, at } of usesOf(
    surfacesOf(desiredState),
    targets,
  )) {
    const key = JSON.stringify([environment, system, component, provider, surface.surface]);
    const existing = found.get(key);
    if (existing && comparePlaces(existing.at, at) <= 0) continue;
    found.set(key, { environment, system, component, at, ...describe(provider, surface) });
  }
  return [...found]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, binding]) => binding);
}

type Surface = Provider["lockIn"][number];

interface Use {
  readonly environment: string;
  readonly system: string;
  readonly component: string;
  readonly at: Place;
}

function describe(
  provider: string,
  { surface, facet = "operations", tier, effort, exit, alternatives = [], found }: Surface,
): Omit<FoundBinding, keyof Use> {
  return {
    provider,
    surface,
    facet,
    tier,
    effort: effort ?? effortOfTier(tier),
    assumed: effort === undefined,
    exit,
    alternatives,
    aspect: (["dns", "backup"] as const).find((use) => found?.uses?.includes(use)) ?? "runs",
  };
}

const effortByTier: readonly Interval[] = [
  { least: 0, most: 0 },
  { least: 0.25, most: 1 },
  { least: 1, most: 5 },
  { least: 5, most: 30 },
  { least: 20, most: 120 },
];

/** Returns the person-days to replace a surface of a tier (0 to 4): a rough estimate, and marked as one. */
function effortOfTier(tier: number): Interval {
  return effortByTier[tier]!;
}

/** A detectable surface, and its owner. */
interface DetectableSurface {
  readonly provider: string;
  readonly surface: Surface;
  readonly found: NonNullable<Surface["found"]>;
}

function surfacesOf({ providers }: DesiredState): readonly DetectableSurface[] {
  return providers.flatMap(({ name, value }) =>
    value.lockIn.flatMap((surface) =>
      surface.found ? [{ provider: name, surface, found: surface.found }] : [],
    ),
  );
}

function usesOf(
  detectable: readonly DetectableSurface[],
  targets: readonly RenderedTarget[],
): readonly (Use & DetectableSurface)[] {
  const tracesOf = traceFinder(detectable.map(({ found }) => found));
  return targets.flatMap(({ environment, manifests, systems, provider: ownProvider }) => [
    ...manifests.flatMap((manifest) =>
      tracesOf(manifest).flatMap(({ surface, path }) => {
        const owned = detectable[surface];
        return owned
          ? [{ ...owned, environment, ...ownerOf(manifest), at: placeIn(manifest, path) }]
          : [];
      }),
    ),
    ...systems.flatMap(({ view }) =>
      detectable.flatMap((owned) =>
        (owned.found.uses ?? []).flatMap((use) =>
          useFinders[use](view, owned.provider, ownProvider).map((foundUse) => ({
            ...owned,
            environment,
            system: view.system.name,
            ...foundUse,
          })),
        ),
      ),
    ),
  ]);
}

function ownerOf({ system = "", component = "" }: Manifest): { system: string; component: string } {
  return { system, component };
}

function placeIn(manifest: Manifest, path: readonly (string | number)[]): Place {
  return userPlace(manifest.sourceAt(path));
}

type FoundUse = Omit<Use, "environment" | "system">;
type UseFinder = (view: View, provider: string, ownProvider: string) => readonly FoundUse[];

const useFinders: Readonly<Record<"backup" | "managed-database" | "dns" | "placement", UseFinder>> =
  {
    backup: (view, provider) =>
      storesOf(view)
        .filter(([, store]) => store.backup.provider === provider && store.role === "primary")
        .map(([name]) => ({ component: name, at: placeOf(view, ["datasources", name]) })),
    "managed-database": (view, provider, ownProvider) =>
      storesOf(view)
        .filter(([, store]) => ownProvider === provider && store.engine.via === "managed")
        .map(([name]) => ({ component: name, at: placeOf(view, ["datasources", name]) })),
    dns: (view, provider) =>
      view.part.leads && view.system.traffic.dns === provider
        ? [{ component: "", at: placeOf(view, ["system", "traffic", "dns"]) }]
        : [],
    placement: (view, provider, ownProvider) =>
      ownProvider === provider ? [{ component: "", at: placeOf(view, ["target", "name"]) }] : [],
  };

function storesOf({ datasources }: View): [string, View["datasources"][string]][] {
  return Object.entries(datasources);
}

/** A derived value may lack a place of its own: falls back to the system's file. */
function placeOf(view: View, path: readonly string[]): Place {
  return placeAt(view, path, {
    file: `environments/${view.environment.name}/${view.system.name}/system.yaml`,
    line: 1,
    column: 1,
  });
}
