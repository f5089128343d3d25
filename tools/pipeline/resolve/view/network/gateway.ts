import type { ComponentView } from "../../../model/view/component-view.ts";
import type { GatewayHost, View } from "../../../model/view/view.ts";
import { own } from "../../../model/values/own.ts";
import type { Member, Topology } from "../../topology.ts";
import { originIn, traced, tracedKeys } from "../../traced.ts";
import { targetHostName } from "./routes.ts";

/**
 * Lists the hosts that the gateway of one target serves: hosts of routes to components that may have replicas there. A
 * standby also lists the hosts of components that wait for a failover, because a certificate requested only then would
 * come too late.
 */
export function gatewayOf(
  topology: Topology,
  member: Member,
  components: Readonly<Record<string, ComponentView>>,
): Pick<View, "gateway"> {
  const { application, system } = topology;
  const answered = application.value.routes.filter(({ component }) => {
    const replicas = own(components, component)?.replicas;
    return replicas && (replicas.max > 0 || member.part.standby);
  });
  const hosts = [...new Set(answered.map(({ host }) => host))].sort().flatMap((name) => {
    const hostName = own(system.value.hosts, name);
    if (hostName === undefined) return [];
    const host: GatewayHost = {
      name,
      hostName,
      targetHostName: targetHostName(topology, member, name),
    };
    tracedKeys(host, { targetHostName: originIn(member.target, ["domain"]) });
    return [traced(host, originIn(system, ["hosts", name], "system"))];
  });
  if (hosts.length === 0) return {};
  return { gateway: traced({ hosts }, originIn(system, ["hosts"], "system")) };
}
