import type { Application } from "../../../model/kinds/application.ts";
import type { ComponentView, NetworkRule } from "../../../model/view/component-view.ts";
import type { DatasourceView } from "../../../model/view/datasource-view.ts";
import { own } from "../../../model/values/own.ts";
import { originIn, traced } from "../../traced.ts";
import type { Member, Topology } from "../../topology.ts";
import { callsOf, metricsQuestions } from "./calls.ts";
import { datasourceEgress } from "./datasource-network.ts";
import { selectorOf } from "../labels.ts";
import { inNamespace, ranges, withLabels } from "./network-peers.ts";

/**
 * Builds the network rules of one component on one target from its declared flows, routes, metrics and datasources.
 */
export function networkOf(
  topology: Topology,
  member: Member,
  { component, datasources }: { component: string; datasources: readonly DatasourceView[] },
): ComponentView["network"] {
  return {
    ingress: [
      ...callRules(topology, member, component, "ingress"),
      ...externalRules(topology, component, "ingress"),
      ...routeRules(topology, member, component),
      ...metricsRules(topology, member, component),
    ],
    egress: [
      ...callRules(topology, member, component, "egress"),
      ...externalRules(topology, component, "egress"),
      ...datasourceEgress(topology, member, datasources),
    ],
  };
}

function callRules(
  topology: Topology,
  member: Member,
  component: string,
  direction: "ingress" | "egress",
): NetworkRule[] {
  const [self, other] =
    direction === "ingress" ? (["to", "from"] as const) : (["from", "to"] as const);
  return callsOf(topology)
    .filter((call) => call[self].member === member && call[self].component === component)
    .map((call) => {
      const ports = portsOf(topology.application.value, call.to.component, call.port);
      const peers =
        call[other].member === member
          ? [withLabels(selectorOf(topology, call[other].component))]
          : ranges(
              direction === "ingress"
                ? call.from.member.target.value.networks.egress
                : call.to.member.target.value.networks.ingress,
            );
      return traced({ purpose: call.purpose, peers, ports }, call.origin);
    });
}

function externalRules(
  topology: Topology,
  component: string,
  direction: "ingress" | "egress",
): NetworkRule[] {
  const { application, system } = topology;
  const [self, other] =
    direction === "ingress" ? (["to", "from"] as const) : (["from", "to"] as const);
  return application.value.flows.flatMap((flow) => {
    const external = own(system.value.externals, flow[other]);
    const declared = own(application.value.externals, flow[other]);
    if (flow[self] !== component || !external || !declared) return [];
    const origin = originIn(system, ["externals", flow[other], "networks"], "system");
    const port =
      direction === "ingress"
        ? portsOf(application.value, component, flow.port)
        : externalPorts(own(declared.ports, flow.port), external.ports);
    const rule = { purpose: flow.purpose, peers: ranges(external.networks), ports: port };
    return [traced(rule, origin)];
  });
}

function externalPorts(
  declared: { port: number; protocol?: string } | undefined,
  override: readonly number[] | undefined,
) {
  const protocol = declared?.protocol ?? "TCP";
  return (override ?? (declared ? [declared.port] : [])).map((port) => ({ protocol, port }));
}

function routeRules(topology: Topology, member: Member, component: string): NetworkRule[] {
  const gateway = member.provider.value.capabilities.gateway;
  if (!gateway) return [];
  const origin = originIn(member.provider, ["capabilities", "gateway"]);
  const peers = [
    ...(gateway.controllerNamespace ? [inNamespace(gateway.controllerNamespace)] : []),
    ...ranges(gateway.sourceRanges ?? []),
  ];
  const portNames = new Set(
    topology.application.value.routes
      .filter((route) => route.component === component)
      .map((route) => route.port),
  );
  return [...portNames].sort().map((port) =>
    traced(
      {
        purpose: "requests from the gateway",
        peers: [...peers],
        ports: portsOf(topology.application.value, component, port),
      },
      origin,
    ),
  );
}

function metricsRules(topology: Topology, member: Member, component: string): NetworkRule[] {
  const rules: NetworkRule[] = [];
  const declared = own(topology.application.value.components, component);
  const monitoring = member.provider.value.capabilities.metrics;
  if (declared?.metrics && monitoring) {
    const rule = {
      purpose: "metrics are collected",
      peers: [inNamespace(monitoring.namespace)],
      ports: portsOf(topology.application.value, component, declared.metrics.port),
    };
    rules.push(traced(rule, originIn(topology.application, ["components", component, "metrics"])));
  }
  for (const question of metricsQuestions(topology)) {
    if (question.component !== component || !member.part.leads) continue;
    const rule = {
      purpose: `the autoscaler of ${question.from.target.name} asks for the load`,
      peers: ranges(question.from.target.value.networks.egress),
      ports: portsOf(topology.application.value, component, question.port),
    };
    rules.push(traced(rule, originIn(topology.system, ["patterns", "burst"], "system")));
  }
  return rules;
}

function portsOf(application: Application, component: string, port: string): NetworkRule["ports"] {
  const declared = own(own(application.components, component)?.ports, port);
  return declared ? [{ protocol: declared.protocol ?? "TCP", port: declared.port }] : [];
}
