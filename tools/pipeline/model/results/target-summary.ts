import type { Manifest } from "../kubernetes/manifest.ts";
import type { SystemView, View } from "../view/view.ts";

/** The part of a target that is kept after its views and manifests are released: plain data. */
export interface TargetSummary {
  /** Number of manifests. */
  readonly manifests: number;
  readonly systems: readonly SystemSummary[];
}

/** The parts of a system on one target. */
export interface SystemSummary {
  readonly name: string;
  /** Components with rendered objects, sorted; an empty name for objects of no component. */
  readonly rendered: readonly string[];
  readonly application: string;
  readonly provider: string;
  /** The provider of its DNS, on the leading target. */
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

/** Returns the summary of a target: the kept one, or one computed from its views and manifests. */
export function summaryOf(
  target: TargetContent & { readonly summary?: TargetSummary },
): TargetSummary {
  return target.summary ?? summariseTarget(target);
}

/** Summarises the views and manifests of a target. */
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
