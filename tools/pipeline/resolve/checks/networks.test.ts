import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TargetState } from "../../model/estate/desired-state.ts";
import type { Topology } from "../topology.ts";
import { checkNetworks, checkServiceNetworks } from "./networks.ts";

type Networks = TargetState["value"]["networks"];

function target(name: string, byte: number, networks: Partial<Networks> = {}): TargetState {
  const own: Networks = {
    pods: `10.${byte}.0.0/16`,
    services: `10.${byte + 1}.0.0/20`,
    nodes: `10.${byte + 2}.0.0/20`,
    egress: [`192.0.2.${byte}/32`],
    ingress: [`198.51.100.${byte}/32`],
    kubernetesApi: [`10.${byte + 2}.16.0/28`],
    objectStorage: [`203.0.113.${byte}/32`],
    ...networks,
  };
  return { name, file: `${name}.yaml`, provider: "aws", value: { networks: own } } as never;
}

/** Returns the overlapping ranges of two targets of one system, and checks that their order does not matter. */
function overlaps(left: TargetState, right: TargetState): string[] {
  const reported = (members: readonly TargetState[]) =>
    checkNetworks([{ members: members.map((one) => ({ target: one })) } as unknown as Topology])
      .map(({ args }) => [args["range"], args["other"]].map(String).sort().join(" "))
      .sort();
  const both = [reported([left, right]), reported([right, left])];
  expect(both[0]).toEqual(both[1]);
  return both[0] ?? [];
}

describe("checkNetworks", () => {
  it("accepts separate targets, and object storage and gateways that the provider shares", () => {
    const [one, two] = [target("one", 10), target("two", 20)];
    expect(overlaps(one, two)).toEqual([]);
    expect(overlaps(one, target("two", 20, { objectStorage: ["203.0.113.0/24"] }))).toEqual([]);
    // The storage of one data centre may be behind the gateway of the other.
    expect(overlaps(one, target("two", 20, { objectStorage: ["198.51.100.10/32"] }))).toEqual([]);
  });

  it.each([
    ["objectStorage", "10.10.8.0/24", "10.10.0.0/16"],
    ["objectStorage", "10.12.0.9/32", "10.12.0.0/20"],
    ["kubernetesApi", "10.11.0.0/28", "10.11.0.0/20"],
    ["kubernetesApi", "10.12.16.0/24", "10.12.16.0/28"],
    ["egress", "198.51.100.0/24", "198.51.100.10/32"],
  ] as const)("refuses %s %s beside %s of another target", (kind, range, other) => {
    const [one, two] = [target("one", 10), target("two", 20, { [kind]: [range] })];
    expect(overlaps(one, two)).toEqual([[range, other].sort().join(" ")]);
  });

  it("reports equal node ranges once, even if they include the API servers", () => {
    const nodes = { nodes: "10.12.0.0/20", kubernetesApi: ["10.12.0.10/32"] };
    expect(overlaps(target("one", 10, nodes), target("two", 20, nodes))).toEqual([
      "10.12.0.0/20 10.12.0.0/20",
    ]);
  });
});

const range = fc.record({
  start: fc.nat({ max: 31 }),
  prefix: fc.integer({ min: 27, max: 32 }),
});

/** Writes the range of an address in 10.0.0.0/27, as its owner may write it: not always at its first address. */
function cidrOf({ start, prefix }: { start: number; prefix: number }): string {
  return `10.0.0.${start}/${prefix}`;
}

function addressesOf({ start, prefix }: { start: number; prefix: number }): [number, number] {
  const size = 2 ** (32 - prefix);
  const first = Math.floor(start / size) * size;
  return [first, first + size - 1];
}

it("reports the pods of two targets exactly if they share an address", () => {
  fc.assert(
    fc.property(range, range, (left, right) => {
      const [[firstLeft, lastLeft], [firstRight, lastRight]] = [
        addressesOf(left),
        addressesOf(right),
      ];
      const share = Math.max(firstLeft, firstRight) <= Math.min(lastLeft, lastRight);
      const [one, two] = [
        target("one", 10, { pods: cidrOf(left) }),
        target("two", 20, { pods: cidrOf(right) }),
      ];
      expect(overlaps(one, two)).toHaveLength(share ? 1 : 0);
    }),
  );
});

it("refuses a Service range that overlaps pods or nodes of its target, but accepts pods among nodes", () => {
  const inside = (networks: Partial<Networks>) =>
    checkServiceNetworks([target("one", 10, networks)]).map(({ args }) => args["kind"]);
  expect(inside({})).toEqual([]);
  expect(inside({ pods: "10.12.0.0/21" })).toEqual([]);
  expect(inside({ services: "10.10.0.0/20" })).toEqual(["pods"]);
  expect(inside({ services: "10.12.8.0/22" })).toEqual(["nodes"]);
});
