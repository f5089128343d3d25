import { own } from "../../../model/values/own.ts";
import type { Endpoint } from "../../../model/view/view.ts";
import { setOrigin } from "../../../model/origins/origin.ts";
import type { Member, Topology } from "../../topology.ts";
import { originIn, traced } from "../../traced.ts";
import { componentSettings } from "../../layers/component-settings.ts";
import { instancesOf, publicHost, serviceHost } from "../instances.ts";
import { replicasOf } from "../replicas.ts";

/**
 * Returns where one target reaches each component: on the master if flows lead there, else locally, else on the master.
 */
export function endpointsOf(topology: Topology, member: Member): Record<string, Endpoint> {
  const endpoints: Record<string, Endpoint> = {};
  for (const component of Object.keys(topology.application.value.components).sort()) {
    const server = serverOf(topology, member, component);
    if (!server) continue;
    const origin = originIn(server.file, ["components", component], server.layer);
    endpoints[component] = traced(endpointOf(topology, { member, server, component }), origin);
    setOrigin(endpoints, component, origin);
  }
  return endpoints;
}

function serverOf(
  { application, leader }: Topology,
  member: Member,
  component: string,
): Member | undefined {
  const led = application.value.flows.some(
    (flow) => flow.to === component && flow.where === "master",
  );
  const candidates = led ? [leader] : [member, leader];
  return candidates.find((candidate) => candidate.components.includes(component));
}

function endpointOf(
  topology: Topology,
  { member, server, component }: { member: Member; server: Member; component: string },
): Endpoint {
  const local = server === member;
  const declared = own(topology.application.value.components, component);
  const replicas = replicasOf(componentSettings(topology, server, component)).max;
  const instances = instancesOf({ topology, member: server, component, replicas, exposed: !local });
  return {
    target: server.target.name,
    local,
    host: local ? serviceHost(topology, component) : publicHost(topology, server, component),
    ports: Object.fromEntries(
      Object.entries(declared?.ports ?? {}).map(([name, { port }]) => [name, port]),
    ),
    instances: instances.map((instance) => ({
      name: instance.name,
      ordinal: instance.ordinal,
      host: instance.publicHost ?? instance.host,
    })),
  };
}
