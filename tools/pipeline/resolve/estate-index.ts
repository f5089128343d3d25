import type {
  DesiredState,
  EnvironmentState,
  Named,
  Price,
  TargetState,
} from "../model/estate/desired-state.ts";
import type { TemplateFile } from "../model/estate/estate-files.ts";
import type { Application } from "../model/kinds/application.ts";
import type { Engine } from "../model/kinds/engine.ts";
import type { Images } from "../model/kinds/images.ts";
import type { Provider } from "../model/kinds/provider.ts";

/** The desired state indexed by name, for following references. */
export interface EstateIndex {
  readonly providers: ReadonlyMap<string, Named<Provider>>;
  readonly targets: ReadonlyMap<string, TargetState>;
  readonly applications: ReadonlyMap<string, Named<Application>>;
  readonly environments: ReadonlyMap<string, EnvironmentState>;
  /** By `engine.via` of a datasource. */
  readonly engines: ReadonlyMap<string, Named<Engine>>;
  readonly images: Named<Images> | undefined;
  /** Price lists by provider. */
  readonly prices: ReadonlyMap<string, Named<readonly Price[]>>;
  /** Vendored manifests by the application's name. */
  readonly vendored: ReadonlyMap<string, readonly TemplateFile[]>;
}

/** Indexes the desired state. Of two things with the same name, the first counts; a check reports the second. */
export function indexEstate(desiredState: DesiredState): EstateIndex {
  return {
    providers: byName(desiredState.providers),
    targets: byName(desiredState.targets),
    applications: byName(desiredState.applications),
    environments: byName(desiredState.environments),
    engines: byName(desiredState.engines ?? []),
    images: desiredState.images,
    prices: byName(desiredState.prices ?? []),
    vendored: Map.groupBy(
      desiredState.templates.filter(({ vendored }) => vendored),
      ({ owner }) => owner,
    ),
  };
}

function byName<Thing extends { readonly name: string }>(
  things: readonly Thing[],
): ReadonlyMap<string, Thing> {
  const index = new Map<string, Thing>();
  for (const thing of things) if (!index.has(thing.name)) index.set(thing.name, thing);
  return index;
}
