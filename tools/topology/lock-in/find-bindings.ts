import {
  placeAt,
  userPlace,
  comparePlaces,
  type DesiredState,
  type Manifest,
  type Picture,
  type Place,
  type ProofAspect,
  type Provider,
  type TargetResult,
} from "@altostrata/pipeline";
import { effortOfTier } from "./effort-of-tier.ts";
import type { Binding } from "./lock-in-facts.ts";
import { traceMatcher } from "./trace-matcher.ts";

/** A binding before anybody asked whether it is proven elsewhere. */
export interface FoundBinding extends Omit<Binding, "proof" | "provenIn"> {
  /** What would prove that it can be replaced. */
  readonly aspect: ProofAspect;
}

/** Every surface that a component uses, once per environment, system, component and surface, sorted. */
export function findBindings(
  desiredState: DesiredState,
  targets: readonly TargetResult[],
): readonly FoundBinding[] {
  const found = new Map<string, FoundBinding>();
  for (const provider of desiredState.providers) {
    for (const surface of provider.value.lockIn) {
      const uses = usesOf({ provider: provider.name, surface, targets });
      for (const { environment, system, component, at } of uses) {
        const key = JSON.stringify([
          environment,
          system,
          component,
          provider.name,
          surface.surface,
        ]);
        const known = found.get(key);
        if (known && comparePlaces(known.at, at) <= 0) continue;
        const binding = describe(provider.name, surface);
        found.set(key, { environment, system, component, at, ...binding });
      }
    }
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

interface Question {
  readonly provider: string;
  readonly surface: Surface;
  readonly targets: readonly TargetResult[];
}

function usesOf({ provider, surface, targets }: Question): Use[] {
  const { found } = surface;
  if (!found) return [];
  const matches = traceMatcher(found);
  return targets.flatMap(({ environment, manifests, systems, provider: home }) => [
    ...manifests.flatMap((manifest) => {
      const path = matches(manifest);
      return path ? [{ environment, ...ownerOf(manifest), at: placeIn(manifest, path) }] : [];
    }),
    ...systems.flatMap(({ picture }) =>
      (found.uses ?? []).flatMap((use) =>
        askers[use](picture, provider, home).map((asked) => ({
          environment,
          system: picture.system.name,
          ...asked,
        })),
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
type Asker = (picture: Picture, provider: string, home: string) => readonly Asked[];

const askers: Readonly<Record<"backup" | "managed-database" | "dns" | "placement", Asker>> = {
  backup: (picture, provider) =>
    storesOf(picture)
      .filter(([, store]) => store.backup.provider === provider && store.role === "primary")
      .map(([name]) => ({ component: name, at: placeOf(picture, ["datasources", name]) })),
  "managed-database": (picture, provider, home) =>
    storesOf(picture)
      .filter(([, store]) => home === provider && store.engine.via === "managed")
      .map(([name]) => ({ component: name, at: placeOf(picture, ["datasources", name]) })),
  dns: (picture, provider) =>
    picture.part.leads && picture.system.traffic.dns === provider
      ? [{ component: "", at: placeOf(picture, ["system", "traffic", "dns"]) }]
      : [],
  placement: (picture, provider, home) =>
    home === provider ? [{ component: "", at: placeOf(picture, ["target", "name"]) }] : [],
};

function storesOf({ datasources }: Picture): [string, Picture["datasources"][string]][] {
  return Object.entries(datasources);
}

/** A derived value may have no place of its own; the system's file is where one would look. */
function placeOf(picture: Picture, path: readonly string[]): Place {
  return placeAt(picture, path, {
    file: `environments/${picture.environment.name}/${picture.system.name}/system.yaml`,
    line: 1,
    column: 1,
  });
}
