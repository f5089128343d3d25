import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { component, smallEstate } from "../testing/small-estate.ts";
import { instancesOf } from "./instances.ts";

function instances(addressed: boolean, replicas: number, exposed = false) {
  const { topology, member } = smallEstate({
    application: { components: { web: component({ addressed }) } },
  });
  return instancesOf({ topology, member: member("aws-1"), component: "web", replicas, exposed });
}

describe("instancesOf", () => {
  it("names every replica of an addressed component uniquely", () => {
    fc.assert(
      fc.property(fc.nat({ max: 30 }), (replicas) => {
        const all = instances(true, replicas, true);
        expect(all).toHaveLength(replicas);
        for (const key of ["name", "host", "publicHost", "ordinal"] as const)
          expect(new Set(all.map((one) => one[key])).size).toBe(replicas);
        for (const { name, selector, labels } of all) {
          expect(selector["altostrata.dev/instance"]).toBe(name);
          expect(labels).toMatchObject(selector);
        }
      }),
      { numRuns: 20 },
    );
  });

  it("has one instance with the component's name for other components", () => {
    for (const replicas of [0, 1, 5]) {
      expect(instances(false, replicas)).toMatchObject([
        { name: "web", ordinal: 1, host: "web.shop.svc" },
      ]);
      expect(instances(false, replicas)[0]?.selector).not.toHaveProperty("altostrata.dev/instance");
    }
  });

  it("has a public host only if it is exposed", () => {
    expect(instances(true, 1)[0]).not.toHaveProperty("publicHost");
    expect(instances(true, 1, true)[0]?.publicHost).toBe("web-1.shop.aws-1.example.com");
  });
});
