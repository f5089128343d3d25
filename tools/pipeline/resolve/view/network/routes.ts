import type { RouteView } from "../../../model/view/component-view.ts";
import { own } from "../../../model/values/own.ts";
import type { Member, Topology } from "../../topology.ts";
import { originIn, traced, tracedKeys } from "../../traced.ts";

/** Builds the routes to one component, with this system's host names. */
export function routesOf(topology: Topology, member: Member, component: string): RouteView[] {
  const { application, system } = topology;
  return application.value.routes.flatMap((route, index) => {
    const hostName = own(system.value.hosts, route.host);
    const port = own(own(application.value.components, component)?.ports, route.port);
    if (route.component !== component || hostName === undefined || !port) return [];
    const view = {
      name: route.name,
      hostName,
      targetHostName: targetHostName(topology, member, route.host),
      path: route.path ?? "/",
      port: port.port,
      portName: route.port,
      tls: route.tls,
    };
    const host = originIn(system, ["hosts", route.host], "system");
    tracedKeys(view, { hostName: host, targetHostName: originIn(member.target, ["domain"]) });
    return [traced(view, originIn(application, ["routes", index], "application"))];
  });
}

/** Returns the host name that exists on one target only, for DNS routing and health checks. */
export function targetHostName({ namespace }: Topology, member: Member, host: string): string {
  return `${host}.${namespace}.${member.target.value.domain}`;
}
