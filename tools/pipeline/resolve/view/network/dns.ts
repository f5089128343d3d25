import { durationSeconds } from "../../../model/values/durations.ts";
import type { DnsHost, DnsView, DnsRecord } from "../../../model/view/dns-view.ts";
import { own } from "../../../model/values/own.ts";
import type { Member, Topology } from "../../topology.ts";
import { originIn, traced, tracedKeys } from "../../traced.ts";
import { targetHostName } from "./routes.ts";

/** Builds the DNS records of the system. Only the leading target renders them. */
export function dnsOf(topology: Topology, member: Member): DnsView {
  const { system } = topology;
  const { dns, routing, ttl } = system.value.traffic;
  const records = recordsOf(topology);
  const view: DnsView = {
    provider: dns,
    rendered: member.part.leads,
    ttlSeconds: durationSeconds(ttl) ?? 60,
    routing,
    records,
    hosts: hostsOf(records),
  };
  const traffic = (key: string) => originIn(system, ["traffic", key], "system");
  return tracedKeys(view, {
    provider: traffic("dns"),
    rendered: originIn(system, ["master"], "system"),
    ttlSeconds: traffic("ttl"),
    routing: traffic("routing"),
    records: traffic("routing"),
    hosts: traffic("routing"),
  });
}

function hostsOf(records: readonly DnsRecord[]): DnsHost[] {
  return [...new Set(records.map(({ hostName }) => hostName))].sort().map((hostName) => ({
    hostName,
    domain: hostName.slice(hostName.indexOf(".") + 1),
    records: records.filter((record) => record.hostName === hostName),
  }));
}

function recordsOf(topology: Topology): DnsRecord[] {
  const { application, system, members } = topology;
  const records = application.value.routes.flatMap((route) => {
    const hostName = own(system.value.hosts, route.host);
    if (hostName === undefined) return [];
    const isTraffic = route.host === system.value.traffic.host;
    return members
      .filter((member) => member.components.includes(route.component))
      .filter((member) => (isTraffic ? takesTraffic(topology, member) : member.part.leads))
      .map((member) =>
        recordOf(topology, member, { hostName, host: route.host, health: route.health ?? "/" }),
      );
  });
  const unique = new Map(records.map((record) => [`${record.hostName} ${record.target}`, record]));
  return [...unique.values()].toSorted((left, right) =>
    `${left.hostName} ${left.target}` < `${right.hostName} ${right.target}` ? -1 : 1,
  );
}

// A standby takes traffic by failover routing only; any other policy would send it traffic too early.
function takesTraffic({ system }: Topology, { part }: Member): boolean {
  if (part.state === "draining") return false;
  if (part.leads || part.share > 0 || part.burst) return true;
  return part.standby && system.value.traffic.routing === "failover";
}

function recordOf(
  topology: Topology,
  member: Member,
  { hostName, host, health }: { hostName: string; host: string; health: string },
): DnsRecord {
  const { region, country, continent } = member.target.value;
  const address = targetHostName(topology, member, host);
  const record: DnsRecord = {
    hostName,
    target: member.target.name,
    provider: member.provider.name,
    region,
    country,
    continent,
    address,
    // A burst target serves its minimum at all times, so it gets the smallest weight above zero.
    weight: Math.max(member.part.share * 10, member.part.burst ? 1 : 0),
    failover: member.part.leads || !member.part.standby ? "primary" : "secondary",
    healthCheck: { hostName: address, path: health, port: 443 },
  };
  const shares = originIn(
    topology.system,
    ["patterns", "active-active", "shares", member.target.name],
    "system",
  );
  tracedKeys(record, {
    hostName: originIn(topology.system, ["hosts", host], "system"),
    weight: shares,
    failover: originIn(topology.system, ["patterns"], "system"),
  });
  return traced(record, originIn(member.target, ["region"]));
}
