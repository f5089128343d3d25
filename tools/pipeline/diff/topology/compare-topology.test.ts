import { describe, expect, it } from "vitest";
import type { SystemGraph } from "../../model/comparison/comparison.ts";
import { compareTopology } from "./compare-topology.ts";

type Node = SystemGraph["nodes"][number];

const node = (target: string, more: Partial<Node> = {}): Node => ({
  target,
  provider: "aws",
  region: "eu-west-1",
  country: "IE",
  kubernetes: "1.36",
  parts: ["active"],
  weight: 50,
  components: [],
  datasources: [],
  ...more,
});

const graph = (more: Partial<SystemGraph> = {}): SystemGraph => ({
  environment: "production",
  system: "shop",
  application: "storefront",
  routing: "weighted",
  hosts: { shop: "shop.example.com" },
  nodes: [node("aws"), node("gcp")],
  links: [],
  ...more,
});

const found = (base: Partial<SystemGraph>, head: Partial<SystemGraph>) =>
  compareTopology([{ base: graph(base), head: graph(head) }]).map(
    ({ environment: _environment, system: _system, ...change }) => change,
  );

describe("compareTopology", () => {
  it("says what DNS answers where it answers by weight, and what is planned elsewhere", () => {
    const nodes = [node("aws", { weight: 80 }), node("gcp", { weight: 20 })];
    const change = { target: "aws", base: "50%", head: "80%" };
    expect(found({}, { nodes })[0]).toEqual({ what: "weight-changed", ...change });
    const routing = "latency";
    expect(found({ routing }, { routing, nodes })[0]).toEqual({ what: "share-changed", ...change });
  });

  it("does not compare a weight with a planned share", () => {
    const head = { routing: "latency", nodes: [node("aws", { weight: 80 }), node("gcp")] };
    expect(found({}, head)).toEqual([
      { what: "routing-changed", base: "weighted", head: "latency" },
    ]);
  });

  it("names hosts and versions of Kubernetes that change", () => {
    const head = {
      hosts: { shop: "shop2.example.com" },
      nodes: [node("aws", { kubernetes: "1.35" }), node("gcp")],
    };
    expect(found({}, head)).toEqual([
      {
        what: "host-changed",
        subject: "shop",
        base: "shop.example.com",
        head: "shop2.example.com",
      },
      { what: "kubernetes-changed", target: "aws", base: "1.36", head: "1.35" },
    ]);
  });

  it("names what a target has installed and how a system is judged", () => {
    const nodes = (version: string) => [node("aws", { addons: { keda: version } })];
    const base = { tier: "staging", nodes: nodes("2.20") };
    expect(found(base, { tier: "production", nodes: nodes("2.21") })).toEqual([
      { what: "tier-changed", base: "staging", head: "production" },
      { what: "addon-changed", target: "aws", subject: "keda", base: "2.20", head: "2.21" },
    ]);
  });

  it("says what is declared otherwise, and how many instances a database has where it stays", () => {
    const datasources = (instances: number) => [
      { name: "shop", role: "primary", instances },
      ...(instances > 1 ? [] : [{ name: "new", role: "primary", instances: 3 }]),
    ];
    const before = { declared: { "objective rto": "10m", "consumer uk": "usual 1, peak 4" } };
    expect(
      found(
        { ...before, nodes: [node("aws", { datasources: datasources(3) })] },
        {
          declared: { "consumer dach": "peak 5", "consumer uk": "usual 1, peak 9" },
          nodes: [node("aws", { datasources: datasources(1) })],
        },
      ).filter(({ what }) => what !== "primary-moved"),
    ).toEqual([
      { what: "instances-changed", target: "aws", subject: "shop", base: "3", head: "1" },
      { what: "declared-changed", subject: "consumer dach", base: "none", head: "peak 5" },
      { what: "declared-changed", subject: "consumer uk", base: "peak 4", head: "peak 9" },
      { what: "declared-changed", subject: "objective rto", base: "10m", head: "none" },
    ]);
  });

  it("tells a host that comes or goes from one that is called otherwise", () => {
    const hosts = { portal: "portal.example.com" };
    expect(found({}, { hosts })).toEqual([
      { what: "host-added", subject: "portal", head: "portal.example.com" },
      { what: "host-removed", subject: "shop", base: "shop.example.com" },
    ]);
  });

  it("says once, where the primary is, that something else runs a database", () => {
    const nodes = (engine: string) =>
      ["primary", "replica"].map((role) =>
        node(role, { datasources: [{ name: "shop", role, engine }] }),
      );
    expect(found({ nodes: nodes("own") }, { nodes: nodes("managed") })).toEqual([
      { what: "engine-changed", target: "primary", subject: "shop", base: "own", head: "managed" },
    ]);
  });

  it("says of a flow that it goes to another target", () => {
    const call = (to: string) => ({ from: "gcp", to, kind: "call" as const, label: "web" });
    expect(found({ links: [call("aws")] }, { links: [call("azure")] })).toEqual([
      { what: "flow-moved", target: "gcp", subject: "call web", base: "aws", head: "azure" },
    ]);
  });

  it("says of a backup that it moves, and of flows between two targets once that they open", () => {
    const call = (label: string) => ({ from: "gcp", to: "aws", kind: "call" as const, label });
    const backup = (to: string) => ({ from: "aws", to, kind: "backup" as const, label: "db" });
    const head = { links: [backup("azure"), call("cache"), call("web")] };
    expect(found({ links: [backup("gcp")] }, head)).toEqual([
      { what: "backup-moved", subject: "db", base: "gcp", head: "azure" },
      { what: "flow-opened", subject: "call cache, web", base: "gcp", head: "aws" },
    ]);
  });
});
