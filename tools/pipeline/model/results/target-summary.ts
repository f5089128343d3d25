import type { Manifest } from "../kubernetes/manifest.ts";
import type { SystemView, View } from "../view/view.ts";

/** What is left of a target when its views and manifests are let go: plain data. */
export interface TargetSummary {
  /** How many there are. */
  readonly manifests: number;
  readonly systems: readonly SystemSummary[];
}

/** What a system is made of on one target. */
export interface SystemSummary {
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
    readonly role: View["datasources"][string]["role"];
    readonly via: View["datasources"][string]["engine"]["via"];
    /** The provider that holds its backups. */
    readonly backup: string;
  }[];
}

interface TargetContent {
  readonly systems: readonly SystemView[];
  readonly manifests: readonly Manifest[];
}

/** The summary of a target: the one that was kept, or else made of its views and manifests. */
export function summaryOf(
  target: TargetContent & { readonly summary?: TargetSummary },
): TargetSummary {
  return target.summary ?? summariseTarget(target);
}

/** The summary of what was pictured and rendered. */
export function summariseTarget({ systems, manifests }: TargetContent): TargetSummary {
  const bySystem = Map.groupBy(manifests, ({ system = "" }) => system);
  return {
    manifests: manifests.length,
    systems: systems.map((system) =>
      summariseSystem(system, bySystem.get(system.view.system.name) ?? []),
    ),
  };
}

function summariseSystem({ view }: SystemView, manifests: readonly Manifest[]): SystemSummary {
  const { application, system, target, part, components, datasources } = view;
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
