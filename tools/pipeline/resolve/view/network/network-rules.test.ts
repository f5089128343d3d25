import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ApplicationFlow } from "../../../model/kinds/application.ts";
import type { NetworkRule } from "../../../model/view/component-view.ts";
import {
  component,
  datasource,
  egressOf,
  ingressOf,
  smallEstate,
  type Parts,
  type SmallEstate,
} from "../../testing/small-estate.ts";
import { datasourcesOf } from "../datasources.ts";
import { exposureOf } from "./exposure.ts";
import { networkOf } from "./network-rules.ts";

const names = ["web", "api", "store"] as const;
const targets = ["aws-1", "aws-2", "gcp-1"] as const;
const ports = { web: 8001, api: 8002, store: 8003 };
const components = Object.fromEntries(
  names.map((name) => [name, component({ ports: { http: { port: ports[name] } } })]),
);

const flow: fc.Arbitrary<ApplicationFlow> = fc.record({
  from: fc.constantFrom(...names),
  to: fc.constantFrom(...names),
  port: fc.constant("http"),
  where: fc.constantFrom("same-target", "master", "all-targets"),
  purpose: fc.constant("a test"),
});
const placement = fc
  .subarray([...names])
  .map((list) => Object.fromEntries(list.map((n) => [n, {}])));
const estate = fc
  .record({
    flows: fc.array(flow, { maxLength: 6 }),
    placements: fc.tuple(placement, placement, placement),
  })
  .map(({ flows, placements: [first, second, third] }) => ({
    flows,
    estate: smallEstate({
      application: { components, flows },
      master: first,
      workers: { "aws-2": { components: second }, "gcp-1": { components: third } },
    }),
  }));

const network = ({ topology, member }: SmallEstate, target: string, name: string) =>
  networkOf(topology, member(target), { component: name, datasources: [] });

/** Reports whether a declared flow lets `from` call `to`. */
function isDeclared(
  flows: readonly ApplicationFlow[],
  [from, to]: readonly [Placed, Placed],
): boolean {
  return flows.some(
    (one) =>
      one.from === from.name &&
      one.to === to.name &&
      (one.where === "all-targets" ||
        (one.where === "master" ? to.target === "aws-1" : to.target === from.target)),
  );
}

interface Placed {
  readonly target: string;
  readonly name: (typeof names)[number];
}

/** Reports whether rules admit a peer on the port of the called component. */
function admits(
  rules: readonly NetworkRule[],
  self: Placed,
  other: Placed,
  called: Placed,
): boolean {
  const [direction] = called === self ? [egressOf] : [ingressOf];
  return rules.some(
    (rule) =>
      rule.ports.some(({ port }) => port === ports[called.name]) &&
      rule.peers.some((peer) => {
        const text = JSON.stringify(peer);
        return self.target === other.target
          ? text.includes(`"${other.name}"`)
          : text.includes(direction(other.target));
      }),
  );
}

describe("networkOf", () => {
  it("admits exactly the declared flows, and agrees on both ends", () => {
    fc.assert(
      fc.property(estate, ({ flows, estate: small }) => {
        const placed = targets.flatMap((target) =>
          small.member(target).components.map((name) => ({ target, name }) as Placed),
        );
        for (const from of placed)
          for (const to of placed) {
            const egress = admits(network(small, from.target, from.name).egress, from, to, to);
            const ingress = admits(network(small, to.target, to.name).ingress, to, from, to);
            if (from.target === to.target) {
              expect([egress, ingress]).toEqual(Array(2).fill(isDeclared(flows, [from, to])));
            } else {
              // Other targets are admitted by address, so any component there counts.
              const inbound = placed.some(
                (one) => one.target === from.target && isDeclared(flows, [one, to]),
              );
              const outbound = placed.some(
                (one) =>
                  one.target === to.target &&
                  one.name === to.name &&
                  isDeclared(flows, [from, one]),
              );
              expect([egress, ingress]).toEqual([outbound, inbound]);
            }
          }
      }),
      { numRuns: 60 },
    );
  });

  it("has no rules without flows, routes, metrics and datasources", () => {
    const small = smallEstate();
    expect(network(small, "aws-1", "web")).toEqual({ ingress: [], egress: [] });
  });

  it("never has a rule without a peer and a port", () => {
    fc.assert(
      fc.property(estate, ({ estate: small }) => {
        for (const target of targets)
          for (const name of small.member(target).components)
            for (const rule of Object.values(network(small, target, name)).flat()) {
              expect(rule.peers).not.toEqual([]);
              expect(rule.ports).not.toEqual([]);
            }
      }),
      { numRuns: 30 },
    );
  });

  it("exposes a component exactly to the targets that call it from outside", () => {
    fc.assert(
      fc.property(estate, ({ flows, estate: small }) => {
        for (const target of targets)
          for (const name of small.member(target).components) {
            const to = { target, name } as Placed;
            const callers = targets.filter(
              (other) =>
                other !== target &&
                small
                  .member(other)
                  .components.some((from) =>
                    isDeclared(flows, [{ target: other, name: from } as Placed, to]),
                  ),
            );
            const exposed = exposureOf(small.topology, small.member(target), name);
            expect(exposed?.sourceRanges ?? []).toEqual(callers.map(egressOf).sort());
          }
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ["the gateway's namespace", { class: "nginx", controllerNamespace: "ingress" }, "ingress"],
    [
      "the gateway's source ranges",
      { class: "alb", sourceRanges: ["10.99.0.0/24"] },
      "10.99.0.0/24",
    ],
  ])("admits %s to routed components only", (_, gateway, peer) => {
    const small = smallEstate({
      application: {
        components,
        routes: [{ name: "web", component: "web", port: "http", host: "public", tls: "terminate" }],
      },
      master: { web: {}, api: {} },
      capabilities: { gateway },
    });
    expect(JSON.stringify(network(small, "aws-1", "web").ingress)).toContain(`"${peer}"`);
    expect(network(small, "aws-1", "api").ingress).toEqual([]);
  });

  it("allows an external only the declared direction, networks and ports", () => {
    const parts: Parts = {
      application: {
        components,
        externals: { bank: { purpose: "payments", ports: { api: { port: 443 } } } },
        flows: [
          { from: "web", to: "bank", port: "api", where: "same-target", purpose: "payments" },
        ],
      },
      master: { web: {}, api: {} },
      system: { externals: { bank: { networks: ["203.0.113.0/24"], why: "payments" } } },
    };
    const small = smallEstate(parts);
    expect(network(small, "aws-1", "web")).toMatchObject({
      ingress: [],
      egress: [
        {
          peers: [{ ipBlock: { cidr: "203.0.113.0/24" } }],
          ports: [{ protocol: "TCP", port: 443 }],
        },
      ],
    });
    expect(network(small, "aws-1", "api").egress).toEqual([]);
    const unlisted = smallEstate({ ...parts, system: {} });
    expect(network(unlisted, "aws-1", "web").egress).toEqual([]);
  });

  it("sends queries to local database pods, or to the primary's target", () => {
    const small = smallEstate({
      application: { components: { web: component({ datasources: ["orders"] }) } },
      datasources: { orders: datasource() },
    });
    const egress = (target: string) => {
      const member = small.member(target);
      const { orders } = datasourcesOf(small.topology, member, small.index);
      return networkOf(small.topology, member, {
        component: "web",
        datasources: orders ? [orders] : [],
      }).egress.map(({ peers }) => peers);
    };
    expect(egress("aws-1")).toEqual([
      [{ podSelector: { matchLabels: { "cnpg.io/cluster": "orders-db" } } }],
    ]);
    expect(egress("gcp-1")).toEqual([[{ ipBlock: { cidr: ingressOf("aws-1") } }]]);
  });
});
