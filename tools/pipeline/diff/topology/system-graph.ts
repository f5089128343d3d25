import type { SystemGraph } from "../../model/comparison/comparison.ts";
import type { DnsRecord } from "../../model/view/dns-view.ts";
import type { View } from "../../model/view/view.ts";
import type { RenderedTarget } from "../../model/results/rendered-target.ts";
import { declaredFacts } from "./declared-facts.ts";

type Node = SystemGraph["nodes"][number];
type Link = SystemGraph["links"][number];

/** Builds the graph of every system of a run: its targets with their parts, and the links between them, sorted. */
export function systemGraphs(targets: readonly RenderedTarget[]): readonly SystemGraph[] {
  const systems = new Map<string, View[]>();
  for (const { view } of targets.flatMap((target) => target.systems)) {
    const key = [view.environment.name, view.system.name].join("\0");
    systems.set(key, [...(systems.get(key) ?? []), view]);
  }
  return [...systems.keys()].sort().map((key) => toGraph(systems.get(key) ?? []));
}

function toGraph(views: readonly View[]): SystemGraph {
  const [first] = views;
  if (!first) throw new Error("a system without a view");
  const links = views.flatMap((view) => [
    ...callsOf(view),
    ...replicationsOf(view),
    ...backupsOf(view),
  ]);
  const dns = (views.find(({ part }) => part.leads) ?? first).dns;
  const answers = dns.records.filter(({ hostName }) => hostName === first.system.traffic.hostName);
  const unique = new Map(links.map((link) => [Object.values(link).join("\0"), link]));
  return {
    environment: first.environment.name,
    system: first.system.name,
    application: first.application.name,
    tier: first.environment.tier,
    declared: declaredFacts(first),
    routing: dns.routing,
    hosts: { ...first.system.hosts },
    nodes: views.map((view) => ({
      ...toNode(view),
      weight: dns.routing === "weighted" ? answeredShare(view, answers) : plannedShare(view),
    })),
    links: [...unique.keys()].sort().flatMap((key) => unique.get(key) ?? []),
  };
}

function toNode({ target, part, components, datasources }: View): Omit<Node, "weight"> {
  return {
    target: target.name,
    provider: target.provider,
    region: target.region,
    country: target.country,
    kubernetes: target.kubernetes.version,
    addons: { ...target.addons },
    parts: partsOf(part),
    components: Object.values(components).map(({ name, replicas: { min, max } }) => ({
      name,
      replicas: min === max ? String(min) : `${min}-${max}`,
    })),
    datasources: Object.values(datasources)
      .filter(({ role }) => role !== "client")
      .map(({ name, role, instances, engine: { kind, version, via } }) => ({
        name,
        role,
        instances,
        engine: `${kind} ${version} via ${via}`,
      })),
  };
}

/** Returns the target's part in the system, in the words of the patterns. */
function partsOf({ leads, standby, burst, share, state }: View["part"]): string[] {
  if (state === "draining") return ["draining"];
  const parts = [
    ...(leads ? ["master"] : []),
    ...(standby ? ["standby"] : []),
    ...(burst ? ["burst"] : []),
    ...(share > 0 ? ["active"] : []),
  ];
  return parts.length > 0 ? parts : ["serving"];
}

/** Returns the share of DNS responses that name a target; a burst target always has a few. */
function answeredShare({ target }: View, answers: readonly DnsRecord[]): number {
  return percent(
    answers.find((answer) => answer.target === target.name)?.weight ?? 0,
    answers.map(({ weight }) => weight),
  );
}

/** Returns the share of all declared shares; 0 if there are none. */
function plannedShare({ part, system }: View): number {
  return percent(part.share, Object.values(system.patterns["active-active"]?.shares ?? {}));
}

/** With one decimal. */
function percent(part: number, parts: readonly number[]): number {
  const total = parts.reduce((sum, one) => sum + one, 0);
  return total === 0 ? 0 : Math.round((part / total) * 1000) / 10;
}

function callsOf({ target, endpoints }: View): readonly Link[] {
  return Object.entries(endpoints)
    .filter(([, endpoint]) => !endpoint.local)
    .map(([component, endpoint]) => ({
      from: target.name,
      to: endpoint.target,
      kind: "call" as const,
      label: component,
    }));
}

function replicationsOf({ datasources }: View): readonly Link[] {
  return Object.values(datasources).flatMap(({ name, primary, members }) =>
    members
      .filter(({ role }) => role === "replica")
      .map((member) => ({
        from: primary.target,
        to: member.target,
        kind: "replication" as const,
        label: name,
      })),
  );
}

function backupsOf({ datasources }: View): readonly Link[] {
  return Object.values(datasources).map(({ name, primary, backup }) => ({
    from: primary.target,
    to: backup.target,
    kind: "backup" as const,
    label: name,
  }));
}
