import { own } from "../../model/values/own.ts";
import { durationSeconds } from "../../model/values/durations.ts";
import type { Datasource } from "../../model/kinds/datasources.ts";
import { setOrigin } from "../../model/origins/origin.ts";
import type { DatasourceView } from "../../model/view/datasource-view.ts";
import type { EstateIndex } from "../estate-index.ts";
import type { Member, Topology } from "../topology.ts";
import { originIn, traced, tracedKeys } from "../traced.ts";
import { datasourceNetwork, remoteCallers, type Holder } from "./network/datasource-network.ts";
import { publicHost } from "./instances.ts";

/** Builds the view of every datasource of the system from one target, once per run: primary, replica or client. */
export function datasourcesOf(
  topology: Topology,
  member: Member,
  index: EstateIndex,
): Readonly<Record<string, DatasourceView>> {
  const views = viewsCache.get(member) ?? viewsOf(topology, member, index);
  viewsCache.set(member, views);
  return views;
}

// Cached because the check of secrets reads the same views as the view of the target. A member belongs to one run, like
// its index.
const viewsCache = new WeakMap<Member, Readonly<Record<string, DatasourceView>>>();

function viewsOf(
  topology: Topology,
  member: Member,
  index: EstateIndex,
): Readonly<Record<string, DatasourceView>> {
  const views: Record<string, DatasourceView> = {};
  const declared = topology.system.datasources?.value.datasources ?? {};
  for (const name of Object.keys(declared).sort()) {
    const datasource = own(declared, name);
    const view = datasource && datasourceView(topology, member, { name, datasource, index });
    if (!view) continue;
    views[name] = view;
    setOrigin(views, name, originOfDatasource(topology, name));
  }
  return views;
}

/** Lists the members of the system that hold a copy, with their role, the primary first. */
export function holdersOf(topology: Topology, datasource: Datasource): Holder[] {
  const { replication, instances } = datasource;
  const primaryName =
    replication.kind === "single" || replication.primary === "master"
      ? topology.leader.target.name
      : replication.primary;
  const replicas = replication.kind === "single" ? {} : replication.replicas;
  const holders = topology.members.flatMap((member): Holder[] => {
    const name = member.target.name;
    if (name === primaryName) return [{ member, role: "primary", instances }];
    const count = own(replicas, name);
    return count === undefined ? [] : [{ member, role: "replica", instances: count }];
  });
  return [
    ...holders.filter((holder) => holder.role === "primary"),
    ...holders.filter((holder) => holder.role === "replica"),
  ];
}

interface Named {
  readonly name: string;
  readonly datasource: Datasource;
  readonly index: EstateIndex;
}

function datasourceView(
  topology: Topology,
  member: Member,
  { name, datasource, index }: Named,
): DatasourceView | undefined {
  const holders = holdersOf(topology, datasource);
  const primary = holders.find((holder) => holder.role === "primary");
  const backup = backupOf(topology, { name, datasource, index });
  const engine = index.engines.get(datasource.engine.via)?.value;
  if (!primary || !backup || !engine) return undefined;
  const cluster = `${name}-db`;
  const podLabels: Readonly<Record<string, string>> =
    engine.clusterLabel === undefined ? {} : { [engine.clusterLabel]: cluster };
  const self = holders.find((holder) => holder.member === member);
  const hostFor = (holder: Member, service: string) =>
    holder === member
      ? `${cluster}-${service}.${topology.namespace}.svc`
      : publicHost(topology, holder, cluster);
  const address = { host: hostFor(primary.member, "rw"), port: engine.ports.query };
  const view: DatasourceView = {
    name,
    cluster,
    podLabels,
    engine: datasource.engine,
    databases: datasource.databases,
    role: self?.role ?? "client",
    instances: self?.instances ?? 0,
    resources: datasource.resources,
    storage: {
      size: datasource.storage.size,
      class: member.provider.value.capabilities["block-storage"]?.class ?? "",
    },
    endpoint: { ...address },
    primary: { target: primary.member.target.name, ...address },
    members: holders.map((holder) => ({
      name: `${cluster}-${holder.member.target.name}`,
      target: holder.member.target.name,
      role: holder.role,
      host: publicHost(topology, holder.member, cluster),
      port: engine.ports.query,
      self: holder.member === member,
    })),
    backup,
    rpo: datasource.rpo,
    sourceRanges: remoteCallers(topology, member, { name, holders }),
    publicHost: publicHost(topology, member, cluster),
    network: datasourceNetwork(topology, member, {
      name,
      podLabels,
      engine,
      holders,
      backupTarget: index.targets.get(datasource.backup.to),
    }),
  };
  return traced(withSourceLines(view, topology, member), originOfDatasource(topology, name));
}

function withSourceLines(view: DatasourceView, topology: Topology, member: Member): DatasourceView {
  const source = topology.system.datasources ?? topology.system;
  const path = ["datasources", view.name];
  const replicas =
    view.role === "replica" ? ["replication", "replicas", member.target.name] : ["instances"];
  tracedKeys(view.storage, {
    class: originIn(member.provider, ["capabilities", "block-storage", "class"]),
    size: originIn(source, [...path, "storage", "size"], "system"),
  });
  return tracedKeys(view, {
    instances: originIn(source, [...path, ...replicas], "system"),
    databases: originIn(source, [...path, "databases"], "system"),
    engine: originIn(source, [...path, "engine"], "system"),
    resources: originIn(source, [...path, "resources"], "system"),
    backup: originIn(source, [...path, "backup"], "system"),
    rpo: originIn(source, [...path, "rpo"], "system"),
    members: originIn(source, [...path, "replication"], "system"),
  });
}

function backupOf(
  topology: Topology,
  { name, datasource, index }: Named,
): DatasourceView["backup"] | undefined {
  const { to, every, keep } = datasource.backup;
  const target = index.targets.get(to);
  const protocol =
    target && index.providers.get(target.provider)?.value.capabilities["object-storage"]?.protocol;
  const bucket = target && bucketOf(target.infrastructure?.value);
  const schedule = cronOf(every);
  if (!target || !protocol || bucket === undefined || schedule === undefined) return undefined;
  const folder = `${topology.environment.name}/${topology.system.name}/${name}`;
  return {
    target: to,
    provider: target.provider,
    protocol,
    destination: `${bucket.url.replace(/\/$/, "")}/${folder}`,
    ...(bucket.endpoint !== undefined && { endpoint: bucket.endpoint }),
    credentials: `${name}-backup`,
    schedule,
    keep,
  };
}

/**
 * Returns the backup bucket in a target's outputs: `buckets.backup` with its URL and, for S3 outside AWS, its endpoint.
 */
export function bucketOf(
  outputs: Readonly<Record<string, unknown>> | undefined,
): { url: string; endpoint?: string } | undefined {
  const backup = (outputs?.["buckets"] as Record<string, unknown> | undefined)?.["backup"];
  if (typeof backup !== "object" || backup === null) return undefined;
  const { url, endpoint } = backup as Record<string, unknown>;
  if (typeof url !== "string") return undefined;
  return { url, ...(typeof endpoint === "string" && { endpoint }) };
}

/** Returns a cron schedule with seconds for an interval that divides an hour or a day evenly; undefined for others. */
export function cronOf(interval: string): string | undefined {
  const seconds = durationSeconds(interval) ?? 0;
  const minutes = seconds / 60;
  if (!Number.isInteger(minutes) || minutes <= 0) return undefined;
  if (minutes < 60) return 60 % minutes === 0 ? `0 */${minutes} * * * *` : undefined;
  const hours = minutes / 60;
  if (!Number.isInteger(hours)) return undefined;
  if (hours === 1) return "0 0 * * * *";
  if (hours < 24) return 24 % hours === 0 ? `0 0 */${hours} * * *` : undefined;
  return hours === 24 ? "0 0 0 * * *" : undefined;
}

function originOfDatasource(topology: Topology, name: string) {
  return originIn(topology.system.datasources ?? topology.system, ["datasources", name], "system");
}
