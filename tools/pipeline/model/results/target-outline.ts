import type { Manifest } from "../kubernetes/manifest.ts";
import type { PicturedSystem, Picture } from "../view/picture.ts";

/** What is left of a target when its pictures and manifests are let go: plain data. */
export interface TargetOutline {
  /** How many there are. */
  readonly manifests: number;
  readonly systems: readonly SystemOutline[];
}

/** What a system is made of on one target. */
export interface SystemOutline {
  readonly name: string;
  /** Components of which something is rendered, sorted; what belongs to none of them is of the component without a name. */
  readonly rendered: readonly string[];
  readonly application: string;
  readonly provider: string;
  /** The provider of its DNS, on the target that leads. */
  readonly dns?: string;
  readonly components: readonly string[];
  readonly datasources: readonly {
    readonly name: string;
    readonly role: Picture["datasources"][string]["role"];
    readonly via: Picture["datasources"][string]["engine"]["via"];
    /** The provider that holds its backups. */
    readonly backup: string;
  }[];
}

interface TargetContent {
  readonly systems: readonly PicturedSystem[];
  readonly manifests: readonly Manifest[];
}

/** The outline of a target: the one that was kept, or else made of its pictures and manifests. */
export function outlineOf(
  target: TargetContent & { readonly outline?: TargetOutline },
): TargetOutline {
  return target.outline ?? makeOutline(target);
}

/** The outline of what was pictured and rendered. */
export function makeOutline({ systems, manifests }: TargetContent): TargetOutline {
  const bySystem = Map.groupBy(manifests, ({ system = "" }) => system);
  return {
    manifests: manifests.length,
    systems: systems.map((system) =>
      outlineSystem(system, bySystem.get(system.picture.system.name) ?? []),
    ),
  };
}

function outlineSystem({ picture }: PicturedSystem, manifests: readonly Manifest[]): SystemOutline {
  const { application, system, target, part, components, datasources } = picture;
  return {
    name: system.name,
    rendered: [...new Set(manifests.map(({ component = "" }) => component))].sort(),
    application: application.name,
    provider: target.provider,
    ...(part.leads ? { dns: system.traffic.dns } : {}),
    components: Object.keys(components),
    datasources: Object.entries(datasources).map(([name, { role, engine, backup }]) => ({
      name,
      role,
      via: engine.via,
      backup: backup.provider,
    })),
  };
}
