import type { Manifest } from "../kubernetes/manifest.ts";
import type { View, SystemView } from "../view/view.ts";
import type { RenderedTarget, TargetFacts } from "./rendered-target.ts";

/** The plain data that remains of a target after its views and manifests are let go. */
export interface TargetSummary extends TargetFacts {
  /** The number of manifests. */
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

/** Summarises a rendered target. */
export function summariseTarget({ systems, manifests, ...facts }: RenderedTarget): TargetSummary {
  const bySystem = Map.groupBy(manifests, ({ system = "" }) => system);
  return {
    ...facts,
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
