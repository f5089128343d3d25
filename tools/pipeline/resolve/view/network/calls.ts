import type { ApplicationFlow } from "../../../model/kinds/application.ts";
import type { Origin } from "../../../model/origins/origin.ts";
import type { Member, Topology } from "../../topology.ts";
import { originIn } from "../../traced.ts";

/** One declared or implied call from a component on one target to a component on one target. */
export interface Call {
  readonly from: { readonly member: Member; readonly component: string };
  readonly to: { readonly member: Member; readonly component: string };
  readonly port: string;
  readonly purpose: string;
  readonly origin: Origin;
}

/** Lists every call between components of a system, across all its targets. */
export function callsOf(topology: Topology): readonly Call[] {
  const known = callsCache.get(topology);
  if (known) return known;
  const { application, members } = topology;
  const calls = application.value.flows.flatMap((flow, index) => {
    const origin = originIn(application, ["flows", index]);
    return members
      .filter((member) => member.components.includes(flow.from))
      .flatMap((from) =>
        destinations(topology, flow, from).map((to) => callOf(flow, from, to, origin)),
      );
  });
  callsCache.set(topology, calls);
  return calls;
}

const callsCache = new WeakMap<Topology, readonly Call[]>();

function destinations(
  { members, leader }: Topology,
  flow: ApplicationFlow,
  from: Member,
): readonly Member[] {
  const candidates = { "same-target": [from], master: [leader], "all-targets": members }[
    flow.where
  ];
  return candidates.filter((member) => member.components.includes(flow.to));
}

function callOf(flow: ApplicationFlow, from: Member, to: Member, origin: Origin): Call {
  return {
    from: { member: from, component: flow.from },
    to: { member: to, component: flow.to },
    port: flow.port,
    purpose: flow.purpose,
    origin,
  };
}

/** Lists the targets whose autoscaler queries the leading target's metrics: those that take burst traffic. */
export function metricsQuestions({
  application,
  members,
  leader,
}: Topology): readonly { from: Member; component: string; port: string }[] {
  const metrics = application.value.metrics;
  if (!metrics || !leader.components.includes(metrics.component)) return [];
  return members
    .filter((member) => member.part.burst)
    .map((from) => ({ from, component: metrics.component, port: metrics.port }));
}
