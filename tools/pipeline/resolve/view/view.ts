import type { View, SystemView } from "../../model/view/view.ts";
import { copyOrigin, setOrigin, type Origin } from "../../model/origins/origin.ts";
import { own } from "../../model/values/own.ts";
import { componentSettings } from "../layers/component-settings.ts";
import type { EstateIndex } from "../estate-index.ts";
import type { Member, Topology } from "../topology.ts";
import { originIn, traced, tracedKeys } from "../traced.ts";
import { componentView } from "./components.ts";
import { datasourcesOf } from "./datasources.ts";
import { dnsOf } from "./network/dns.ts";
import { endpointsOf } from "./network/endpoints.ts";
import { gatewayOf } from "./network/gateway.ts";
import { systemLabels } from "./labels.ts";
import { quotaOf } from "./quota.ts";
import { secretsOf } from "./secrets.ts";

/** Builds the view of one system on one target: every value with its origin. */
export function viewOf(
  topology: Topology,
  member: Member,
  { index, images }: { index: EstateIndex; images: Readonly<Record<string, string>> },
): SystemView {
  const { system, environment, application } = topology;
  const datasources = datasourcesOf(topology, member, index);
  const components: Record<string, ReturnType<typeof componentView>> = {};
  const patches: SystemView["patches"][number][] = [];
  for (const name of member.components) {
    const settings = componentSettings(topology, member, name);
    components[name] = componentView(topology, member, { name, settings, images, datasources });
    setOrigin(components, name, settings.listed);
    patches.push(...settings.patches.map((patch) => withComponent(patch, name)));
  }
  const whole: Origin = originIn(system, [], "system");
  const listed = originIn(member.file, ["components"], member.layer);
  const view: View = {
    environment: environmentPart(topology),
    application: tracedKeys(
      {
        name: application.name,
        title: application.value.title,
        version: application.value.version,
      },
      {
        name: originIn(system, ["application"], "system"),
        title: originIn(application, ["title"], "application"),
        version: originIn(application, ["version"], "application"),
      },
    ),
    system: systemPart(topology),
    namespace: topology.namespace,
    labels: traced(systemLabels(topology), whole),
    part: traced({ ...member.part }, originIn(system, ["patterns"], "system")),
    target: targetPart(member),
    provider: withName(member.provider),
    components,
    datasources,
    secrets: secretsOf(topology, member, Object.values(datasources)),
    images,
    peers: peersOf(topology, member),
    endpoints: endpointsOf(topology, member),
    quota: quotaOf(Object.values(components), Object.values(datasources), listed),
    dns: dnsOf(topology, member),
    ...gatewayOf(topology, member, components),
  };
  tracedKeys(view, {
    namespace:
      environment.value.namespacePrefix === undefined
        ? whole
        : originIn(environment, ["namespacePrefix"], "environment"),
  });
  return { view: traced(view, whole), patches };
}

function environmentPart({ environment }: Topology): View["environment"] {
  const { tier, owners, residency, podSecurity = "restricted" } = environment.value;
  const at = (key: string) => originIn(environment, [key], "environment");
  return tracedKeys(
    { name: environment.name, tier, owners, residency, podSecurity },
    {
      name: at("kind"),
      tier: at("tier"),
      owners: at("owners"),
      residency: at("residency"),
      podSecurity: at("podSecurity"),
    },
  );
}

function systemPart({ system, members }: Topology): View["system"] {
  const { owners, master, hosts, traffic, objectives, patterns, consumers } = system.value;
  const { dataClass, costCentre } = system.value;
  const at = (key: string) => originIn(system, [key], "system");
  const part: View["system"] = {
    name: system.name,
    owners,
    ...(dataClass === undefined ? {} : { dataClass }),
    ...(costCentre === undefined ? {} : { costCentre }),
    master,
    hosts,
    traffic: { ...traffic, hostName: own(hosts, traffic.host) ?? "" },
    objectives,
    patterns,
    consumers,
    targets: members.map((member) => member.target.name),
  };
  for (const key of Object.keys(traffic))
    copyOrigin({ container: traffic, key }, { container: part.traffic, key });
  return tracedKeys(part, {
    name: at("kind"),
    owners: at("owners"),
    ...(dataClass === undefined ? {} : { dataClass: at("dataClass") }),
    ...(costCentre === undefined ? {} : { costCentre: at("costCentre") }),
    master: at("master"),
    hosts: at("hosts"),
    traffic: at("traffic"),
    objectives: at("objectives"),
    patterns: at("patterns"),
    consumers: at("consumers"),
    targets: at("master"),
  });
}

function targetPart({ target }: Member): View["target"] {
  const part = {
    ...target.value,
    name: target.name,
    provider: target.provider,
    infrastructure: target.infrastructure?.value ?? {},
  };
  for (const key of Object.keys(target.value))
    copyOrigin({ container: target.value, key }, { container: part, key });
  if (target.infrastructure)
    tracedKeys(part, { infrastructure: originIn(target.infrastructure, []) });
  return traced(part, originIn(target, []));
}

function withName({ name, file, value }: Member["provider"]): View["provider"] {
  const part = { ...value, name };
  for (const key of Object.keys(value))
    copyOrigin({ container: value, key }, { container: part, key });
  return traced(part, originIn({ file, value }, []));
}

function peersOf({ members }: Topology, member: Member): View["peers"] {
  const peers: Record<string, View["peers"][string]> = {};
  for (const other of members) {
    if (other === member) continue;
    const { region, country, domain, networks } = other.target.value;
    const peer = {
      target: other.target.name,
      provider: other.provider.name,
      region,
      country,
      domain,
      networks,
      part: { ...other.part },
      components: other.components,
    };
    peers[other.target.name] = traced(peer, originIn(other.target, []));
    setOrigin(peers, other.target.name, originIn(other.target, []));
  }
  return peers;
}

function withComponent<Patch extends object>(
  patch: Patch,
  component: string,
): Patch & { component: string } {
  const copy = { ...patch, component };
  for (const key of Object.keys(patch))
    copyOrigin({ container: patch, key }, { container: copy, key });
  return copy;
}
