import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DesiredState } from "../../model/estate/desired-state.ts";
import { smallEstate, type SmallEstate } from "../testing/small-estate.ts";
import type { Topology } from "../topology.ts";
import { checkUniqueness } from "./uniqueness.ts";

const problems = (desiredState: DesiredState, topologies: readonly Topology[]) =>
  checkUniqueness(desiredState, topologies).map(
    ({ code, args }) =>
      `${code} ${String(args["name"])}: ${String(args["by"])} after ${String(args["other"])}`,
  );

/** Returns the estate with a second system, whose name differs. */
function twice(small: SmallEstate, changes: { readonly hosts?: Record<string, string> } = {}) {
  const [environment] = small.desiredState.environments;
  const [system] = environment!.systems;
  const second = {
    ...system!,
    name: "second",
    value: { ...system!.value, hosts: changes.hosts ?? { public: "second.example.com" } },
  };
  return {
    ...small.desiredState,
    environments: [{ ...environment!, systems: [system!, second] }],
  };
}

describe("checkUniqueness", () => {
  it("accepts unique targets, hosts, namespaces and secrets", () => {
    const small = smallEstate();
    expect(problems(twice(small), [small.topology])).toEqual([]);
  });

  it("refuses a target name of two providers", () => {
    const { desiredState } = smallEstate();
    const [first] = desiredState.targets;
    const targets = [first!, { ...first!, provider: "gcp", file: "clouds/gcp/targets/aws-1.yaml" }];
    expect(problems({ ...desiredState, targets }, [])).toEqual(["name-taken aws-1: gcp after aws"]);
  });

  it("refuses a host of two systems, and of one system twice", () => {
    const small = smallEstate();
    const state = twice(small, {
      hosts: { a: "shop.example.com", b: "x.example.com", c: "x.example.com" },
    });
    expect(problems(state, [])).toEqual([
      "host-taken shop.example.com: production/second after production/shop",
      "host-taken x.example.com: production/second after production/second",
    ]);
  });

  it("refuses a namespace of two systems on one target, and only there", () => {
    const small = smallEstate();
    const { topology } = small;
    const other: Topology = {
      ...topology,
      environment: { ...topology.environment, name: "staging" },
      members: [small.member("gcp-1")],
    };
    expect(problems(small.desiredState, [topology, other])).toEqual([
      "namespace-taken shop on gcp-1: staging/shop after production/shop",
    ]);
    expect(
      problems(small.desiredState, [topology, { ...other, namespace: "staging-shop" }]),
    ).toEqual([]);
  });

  it("refuses a secret path of two secrets", () => {
    const { desiredState } = smallEstate();
    const [environment] = desiredState.environments;
    const [system] = environment!.systems;
    const secret = { path: "shop/key", keys: ["key"] };
    const secrets = {
      name: "secrets",
      file: "secrets.yaml",
      value: { secrets: { a: secret, b: secret } },
    };
    const state = {
      ...desiredState,
      environments: [{ ...environment!, systems: [{ ...system!, secrets }] }],
    } as unknown as DesiredState;
    expect(problems(state, [])).toEqual([
      "secret-shared shop/key: production/shop/b after production/shop/a",
    ]);
  });

  it("reports every owner of a host but the first", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("a.example.com", "b.example.com", "c.example.com")),
        (hosts) => {
          const small = smallEstate({
            system: {
              hosts: Object.fromEntries(hosts.map((host, index) => [`host-${index}`, host])),
            },
          });
          const reported = problems(small.desiredState, [small.topology]);
          expect(reported).toHaveLength(hosts.length - new Set(hosts).size);
        },
      ),
      { numRuns: 30 },
    );
  });
});
