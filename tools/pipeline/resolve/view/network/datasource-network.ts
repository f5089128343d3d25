import { own } from "../../../model/values/own.ts";
import type { TargetState } from "../../../model/estate/desired-state.ts";
import type { NetworkRule } from "../../../model/view/component-view.ts";
import type { Engine } from "../../../model/kinds/engine.ts";
import type { DatasourceView } from "../../../model/view/datasource-view.ts";
import type { Member, Topology } from "../../topology.ts";
import { selectorOf } from "../labels.ts";
import { inNamespace, ranges, withLabels, type Peer } from "./network-peers.ts";

const https = { protocol: "TCP", port: 443 };
const kubernetesApi = { protocol: "TCP", port: 6443 };

/** A member of the system that holds a copy of a datasource. */
export interface Holder {
  readonly member: Member;
  readonly role: "primary" | "replica";
  readonly instances: number;
}

/** Lists the ranges of other targets that may connect: every other holder, and the clients of the primary. */
export function remoteCallers(
  topology: Topology,
  member: Member,
  { name, holders }: { name: string; holders: readonly Holder[] },
): string[] {
  return [
    ...new Set(
      callingTargets(topology, member, { name, holders }).flatMap(
        (caller) => caller.target.value.networks.egress,
      ),
    ),
  ].sort();
}

/** Builds the network rules of the database pods of one target. */
export function datasourceNetwork(
  topology: Topology,
  member: Member,
  {
    name,
    podLabels,
    engine,
    holders,
    backupTarget,
  }: {
    name: string;
    podLabels: DatasourceView["podLabels"];
    engine: Engine;
    holders: readonly Holder[];
    backupTarget: TargetState | undefined;
  },
): DatasourceView["network"] {
  const { operatorNamespace } = engine;
  const self = podsWith(podLabels);
  const query = tcp(engine.ports.query);
  const instance = [...query, ...tcp(engine.ports.status)];
  const clients = clientComponents(topology, member, name).map((component) =>
    withLabels(selectorOf(topology, component)),
  );
  const monitoring = member.provider.value.capabilities.metrics;
  const others = holders.filter((holder) => holder.member !== member);
  const { networks } = member.target.value;
  return {
    ingress: rules([
      ["instances of the datasource replicate and elect", self, instance],
      ["components of this target query", clients, query],
      [
        "other targets replicate or query",
        ranges(remoteCallers(topology, member, { name, holders })),
        query,
      ],
      [
        "the operator asks for the state",
        operatorNamespace === undefined ? [] : [inNamespace(operatorNamespace)],
        instance,
      ],
      [
        "metrics are collected",
        monitoring ? [inNamespace(monitoring.namespace)] : [],
        tcp(engine.ports.metrics),
      ],
    ]),
    egress: rules([
      ["instances of the datasource replicate and elect", self, instance],
      [
        "replication with other targets",
        ranges(others.flatMap((holder) => holder.member.target.value.networks.ingress)),
        query,
      ],
      [
        "the instance manager asks the Kubernetes API",
        ranges(networks.kubernetesApi),
        [https, kubernetesApi],
      ],
      ["archive and backups", ranges(backupTarget?.value.networks.objectStorage ?? []), [https]],
    ]),
  };
}

/** Builds the rules that let a component reach its datasources: the local pods, or the primary's target. */
export function datasourceEgress(
  topology: Topology,
  member: Member,
  datasources: readonly DatasourceView[],
): NetworkRule[] {
  return datasources.flatMap((datasource) => {
    const primary = topology.members.find(
      (candidate) => candidate.target.name === datasource.primary.target,
    );
    const peers =
      primary === member
        ? podsWith(datasource.podLabels)
        : ranges(primary?.target.value.networks.ingress ?? []);
    const purpose = `queries of datasource ${datasource.name}`;
    return rules([[purpose, peers, tcp(datasource.primary.port)]]);
  });
}

/**
 * Selects the pods with all of these labels. Returns nothing for no labels, because an empty selector would select
 * every pod.
 */
function podsWith(labels: Readonly<Record<string, string>>): readonly Peer[] {
  return Object.keys(labels).length === 0 ? [] : [withLabels(labels)];
}

function tcp(port: number | undefined): NetworkRule["ports"] {
  return port === undefined ? [] : [{ protocol: "TCP", port }];
}

function callingTargets(
  topology: Topology,
  member: Member,
  { name, holders }: { name: string; holders: readonly Holder[] },
): Member[] {
  const own = holders.find((holder) => holder.member === member);
  if (!own) return [];
  return topology.members.filter((candidate) => {
    if (candidate === member) return false;
    const holds = holders.some((holder) => holder.member === candidate);
    return (
      holds || (own.role === "primary" && clientComponents(topology, candidate, name).length > 0)
    );
  });
}

function clientComponents({ application }: Topology, member: Member, datasource: string): string[] {
  return member.components.filter((component) =>
    own(application.value.components, component)?.datasources?.includes(datasource),
  );
}

function rules(
  drafts: readonly (readonly [string, readonly Peer[], NetworkRule["ports"]])[],
): NetworkRule[] {
  return drafts
    .filter(([, peers, ports]) => peers.length > 0 && ports.length > 0)
    .map(([purpose, peers, ports]) => ({ purpose, peers, ports }));
}
