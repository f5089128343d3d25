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
import { effortOfTier } from "../measures/effort-of-tier.ts";
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
    const known = found.get(key);
    if (known && comparePlaces(known.at, at) <= 0) continue;
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

/** A detectable surface, and its owner. */
interface Offered {
  readonly provider: string;
  readonly surface: Surface;
  readonly found: NonNullable<Surface["found"]>;
}

function surfacesOf({ providers }: DesiredState): readonly Offered[] {
  return providers.flatMap(({ name, value }) =>
    value.lockIn.flatMap((surface) =>
      surface.found ? [{ provider: name, surface, found: surface.found }] : [],
    ),
  );
}

function usesOf(
  offered: readonly Offered[],
  targets: readonly RenderedTarget[],
): readonly (Use & Offered)[] {
  const tracesOf = traceFinder(offered.map(({ found }) => found));
  return targets.flatMap(({ environment, manifests, systems, provider: home }) => [
    ...manifests.flatMap((manifest) =>
      tracesOf(manifest).flatMap(({ surface, path }) => {
        const whose = offered[surface];
        return whose
          ? [{ ...whose, environment, ...ownerOf(manifest), at: placeIn(manifest, path) }]
          : [];
      }),
    ),
    ...systems.flatMap(({ view }) =>
      offered.flatMap((whose) =>
        (whose.found.uses ?? []).flatMap((use) =>
          askers[use](view, whose.provider, home).map((asked) => ({
            ...whose,
            environment,
            system: view.system.name,
            ...asked,
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

type Asked = Omit<Use, "environment" | "system">;
type Asker = (view: View, provider: string, home: string) => readonly Asked[];

const askers: Readonly<Record<"backup" | "managed-database" | "dns" | "placement", Asker>> = {
  backup: (view, provider) =>
    storesOf(view)
      .filter(([, store]) => store.backup.provider === provider && store.role === "primary")
      .map(([name]) => ({ component: name, at: placeOf(view, ["datasources", name]) })),
  "managed-database": (view, provider, home) =>
    storesOf(view)
      .filter(([, store]) => home === provider && store.engine.via === "managed")
      .map(([name]) => ({ component: name, at: placeOf(view, ["datasources", name]) })),
  dns: (view, provider) =>
    view.part.leads && view.system.traffic.dns === provider
      ? [{ component: "", at: placeOf(view, ["system", "traffic", "dns"]) }]
      : [],
  placement: (view, provider, home) =>
    home === provider ? [{ component: "", at: placeOf(view, ["target", "name"]) }] : [],
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
