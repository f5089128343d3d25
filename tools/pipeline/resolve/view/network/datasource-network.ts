import type { TargetState } from "../../../model/estate/desired-state.ts";
import type { NetworkRule } from "../../../model/view/component-view.ts";
import type { DatasourceView } from "../../../model/view/datasource-view.ts";
import type { Member, Topology } from "../../topology.ts";
import { selectorOf } from "../labels.ts";
import { inNamespace, ranges, withLabels } from "./network-peers.ts";

const database = { protocol: "TCP", port: 5432 };
const instanceStatus = { protocol: "TCP", port: 8000 };
const databaseMetrics = { protocol: "TCP", port: 9187 };
const https = { protocol: "TCP", port: 443 };
const kubernetesApi = { protocol: "TCP", port: 6443 };
const operatorNamespace = "cnpg-system";

/** A member of the system that holds a copy of a datasource. */
export interface Holder {
  readonly member: Member;
  readonly role: "primary" | "replica";
  readonly instances: number;
}

/** Ranges of the other targets that may open a connection: every other holder, and the clients of the primary. */
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

/** What the database pods of one target may receive and send. */
export function datasourceNetwork(
  topology: Topology,
  member: Member,
  {
    name,
    cluster,
    holders,
    backupTarget,
  }: {
    name: string;
    cluster: string;
    holders: readonly Holder[];
    backupTarget: TargetState | undefined;
  },
): DatasourceView["network"] {
  const self = withLabels({ "cnpg.io/cluster": cluster });
  const clients = clientComponents(topology, member, name).map((component) =>
    withLabels(selectorOf(topology, component)),
  );
  const monitoring = member.provider.value.capabilities.metrics;
  const others = holders.filter((holder) => holder.member !== member);
  const { networks } = member.target.value;
  return {
    ingress: rules([
      ["instances of the datasource replicate and elect", [self], [database, instanceStatus]],
      ["components of this target query", clients, [database]],
      [
        "other targets replicate or query",
        ranges(remoteCallers(topology, member, { name, holders })),
        [database],
      ],
      [
        "the operator asks for the state",
        [inNamespace(operatorNamespace)],
        [database, instanceStatus],
      ],
      [
        "metrics are collected",
        monitoring ? [inNamespace(monitoring.namespace)] : [],
        [databaseMetrics],
      ],
    ]),
    egress: rules([
      ["instances of the datasource replicate and elect", [self], [database, instanceStatus]],
      [
        "replication with other targets",
        ranges(others.flatMap((holder) => holder.member.target.value.networks.ingress)),
        [database],
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

/** What a component needs in order to reach its datasources: the local pods, or the primary's target. */
export function datasourceEgress(
  topology: Topology,
  member: Member,
  datasources: readonly DatasourceView[],
): NetworkRule[] {
  return datasources.map((datasource) => {
    const primary = topology.members.find(
      (candidate) => candidate.target.name === datasource.primary.target,
    );
    const local = primary === member;
    return {
      purpose: `queries of datasource ${datasource.name}`,
      peers: local
        ? [withLabels({ "cnpg.io/cluster": datasource.cluster })]
        : ranges(primary?.target.value.networks.ingress ?? []),
      ports: [database],
    };
  });
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
    application.value.components[component]?.datasources?.includes(datasource),
  );
}

function rules(
  drafts: readonly (readonly [
    string,
    readonly Readonly<Record<string, unknown>>[],
    NetworkRule["ports"],
  ])[],
): NetworkRule[] {
  return drafts
    .filter(([, peers]) => peers.length > 0)
    .map(([purpose, peers, ports]) => ({ purpose, peers, ports }));
}
