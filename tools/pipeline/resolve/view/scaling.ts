import type { Scaling } from "../../model/view/component-view.ts";
import { own } from "../../model/values/own.ts";
import type { Member, Topology } from "../topology.ts";
import { originIn, traced, tracedKeys } from "../traced.ts";
import { originOf } from "../../model/origins/origin.ts";
import { publicHost } from "./instances.ts";

/** Chooses how a component scales on one target: burst by the master's metrics, otherwise by its own CPU. */
export function scalingOf(
  topology: Topology,
  member: Member,
  component: string,
  replicas: { min: number; max: number },
): Scaling {
  const { min, max } = replicas;
  const declared = own(topology.application.value.components, component);
  const minimum =
    originOf(replicas, "min") ?? originIn(member.file, ["components", component], member.layer);
  const maximum = originOf(replicas, "max") ?? minimum;
  const kind =
    min === max || declared?.addressed
      ? "fixed"
      : triggerOf(topology, member, component)
        ? "burst"
        : "cpu";
  const trigger = kind === "burst" ? triggerOf(topology, member, component) : undefined;
  return tracedKeys({ kind, min, max, ...(trigger && { trigger }) } as Scaling, {
    kind: maximum,
    min: minimum,
    max: maximum,
  });
}

function triggerOf(topology: Topology, member: Member, component: string): Scaling["trigger"] {
  const { application, leader, system } = topology;
  const { metrics, components } = application.value;
  const query = own(metrics?.requestsPerSecond, component);
  const { port, appProtocol } =
    (metrics && own(own(components, metrics.component)?.ports, metrics.port)) ?? {};
  if (!member.part.burst || !metrics || query === undefined || port === undefined) return undefined;
  if (!leader.components.includes(metrics.component)) return undefined;
  const capacity = own(components, component)?.capacity;
  const { requestsPerSecond: threshold, forSeconds } = member.part.burst;
  const trigger = {
    address: `${appProtocol === "https" ? "https" : "http"}://${leader === member ? `${metrics.component}.${topology.namespace}.svc` : publicHost(topology, leader, metrics.component)}:${port}`,
    query,
    threshold,
    // Without a known capacity, one replica per threshold is the most cautious assumption.
    perReplica:
      capacity === undefined || capacity === "unknown" ? threshold : capacity.requestsPerSecond,
    forSeconds,
    ...(metrics.secret !== undefined && { secret: metrics.secret }),
  };
  const declaration = originIn(
    system,
    ["patterns", "burst", "when", "requestsPerSecond"],
    "system",
  );
  tracedKeys(trigger, {
    query: originIn(application, ["metrics", "requestsPerSecond", component], "application"),
    perReplica: originIn(application, ["components", component, "capacity"], "application"),
  });
  return traced(trigger, declaration);
}
