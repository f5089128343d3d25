import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { System } from "../../../model/kinds/system.ts";
import { smallEstate, type Parts } from "../../testing/small-estate.ts";
import { dnsOf } from "./dns.ts";

const targets = ["aws-1", "gcp-1", "onprem-1"];
const routes = [
  { name: "web", component: "web", port: "http", host: "public", tls: "terminate" },
  { name: "console", component: "console", port: "http", host: "admin", tls: "terminate" },
] as const;
const hosts = { public: "shop.example.com", admin: "admin.example.com" };

function dns(
  patterns: System["patterns"],
  parts: Omit<Parts, "system"> & { routing?: "failover" } = {},
) {
  const { routing = "weighted", ...others } = parts;
  const both = { components: { web: {}, console: {} } };
  const { topology } = smallEstate({
    application: { routes: [...routes] },
    workers: { "gcp-1": both, "onprem-1": both },
    system: { patterns, hosts, traffic: { host: "public", routing, ttl: "1m", dns: "aws" } },
    ...others,
  });
  return dnsOf(topology, topology.leader);
}

const weights = (view: ReturnType<typeof dns>) =>
  Object.fromEntries(
    view.records
      .filter(({ hostName }) => hostName === hosts.public)
      .map(({ target, weight }) => [target, weight]),
  );

describe("dnsOf", () => {
  it("keeps weights proportional to the shares of active-active targets", () => {
    const share = fc.integer({ min: 1, max: 100 });
    const shares = fc.tuple(fc.subarray(targets, { minLength: 1 }), share, share, share);
    fc.assert(
      fc.property(shares, ([names, ...values]) => {
        const declared = Object.fromEntries(names.map((name, index) => [name, values[index] ?? 1]));
        const result = weights(dns({ "active-active": { shares: declared, survive: "target" } }));
        expect(Object.keys(result).sort()).toEqual([...new Set(["aws-1", ...names])].sort());
        for (const [name, value] of Object.entries(declared)) expect(result[name]).toBe(value * 10);
      }),
      { numRuns: 30 },
    );
  });

  it("gives a burst target the smallest weight above zero", () => {
    const burst = { onto: ["gcp-1"], when: { requestsPerSecond: 10, for: "1m" } };
    expect(weights(dns({ burst }))).toEqual({ "aws-1": 10, "gcp-1": 1 });
  });

  it.each([
    ["weighted", undefined, { "aws-1": "primary" }],
    ["failover", "failover", { "aws-1": "primary", "gcp-1": "secondary" }],
  ] as const)("routes to a standby with %s routing as expected", (_, routing, expected) => {
    const view = dns(
      { "disaster-recovery": { standby: "gcp-1", promotes: ["web"] } },
      routing ? { routing } : {},
    );
    const published = view.records.filter(({ hostName }) => hostName === hosts.public);
    expect(Object.fromEntries(published.map((one) => [one.target, one.failover]))).toEqual(
      expected,
    );
  });

  it("drops a draining worker, and moves the weight to the others", () => {
    const shares = { "aws-1": 2, "gcp-1": 3 };
    const view = dns(
      { "active-active": { shares, survive: "target" } },
      { workers: { "gcp-1": { state: "draining", components: { web: {} } } } },
    );
    expect(weights(view)).toEqual({ "aws-1": 20 });
  });

  it("publishes hosts other than the traffic host at the master only", () => {
    const view = dns({
      "active-active": { shares: { "aws-1": 1, "gcp-1": 1 }, survive: "target" },
    });
    const admin = view.records.filter(({ hostName }) => hostName === hosts.admin);
    expect(admin.map(({ target }) => target)).toEqual(["aws-1"]);
  });

  it("renders at the master only, and has one record per host and target", () => {
    const { topology, member } = smallEstate({
      application: { routes: [routes[0], { ...routes[0], name: "again", path: "/v2" }] },
    });
    expect(dnsOf(topology, member("aws-1")).rendered).toBe(true);
    expect(dnsOf(topology, member("gcp-1")).rendered).toBe(false);
    expect(dnsOf(topology, member("aws-1")).records).toHaveLength(1);
  });
});
