import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { originOf } from "../../model/origins/origin.ts";
import { componentSettings } from "../layers/component-settings.ts";
import { component, smallEstate, type Parts } from "../testing/small-estate.ts";
import { replicasOf } from "./replicas.ts";
import { scalingOf } from "./scaling.ts";

const web = component({
  capacity: {
    requestsPerSecond: 40,
    at: { cpu: "1", memory: "1Gi" },
    measured: { on: "2026-01-01", how: "load test" },
    startup: "10s",
  },
});
const console = component({ role: "management" });
const burst = { onto: ["gcp-1"], when: { requestsPerSecond: 500, for: "2m" } };
const metrics = { component: "console", port: "http", requestsPerSecond: { web: "rate(web)" } };

function scalingOn(target: string, replicas: number | { min: number; max: number }, parts: Parts) {
  const { topology, member } = smallEstate({
    master: { web: { replicas }, console: {} },
    workers: { "gcp-1": { components: { web: { replicas } } } },
    ...parts,
  });
  const settings = componentSettings(topology, member(target), "web");
  return scalingOf(topology, member(target), "web", replicasOf(settings));
}

const bursting: Parts = {
  application: { components: { web, console }, metrics },
  system: { patterns: { burst } },
};

describe("replicasOf", () => {
  it("reads a number as equal bounds, and keeps bounds", () => {
    const count = fc.nat({ max: 500 });
    fc.assert(
      fc.property(fc.oneof(count, fc.record({ min: count, max: count })), (replicas) => {
        const { topology, member } = smallEstate({ master: { web: { replicas } } });
        const result = replicasOf(componentSettings(topology, member("aws-1"), "web"));
        expect(result).toEqual(
          typeof replicas === "number" ? { min: replicas, max: replicas } : replicas,
        );
      }),
      { numRuns: 30 },
    );
  });

  it("falls back to the application's default, with its origin", () => {
    const { topology, member } = smallEstate({
      application: {
        components: { web: component({ defaults: { ...web.defaults, replicas: 3 } }) },
      },
      master: { web: {} },
    });
    const replicas = replicasOf(componentSettings(topology, member("aws-1"), "web"));
    expect(replicas).toEqual({ min: 3, max: 3 });
    expect(originOf(replicas, "max")?.layer).toBe("application");
  });
});

describe("scalingOf", () => {
  it.each([
    ["fixed for equal bounds", 2, {}, "fixed"],
    ["by CPU for a range", { min: 1, max: 4 }, {}, "cpu"],
    [
      "fixed for an addressed component",
      { min: 1, max: 4 },
      { application: { components: { web: component({ addressed: true }), console } } },
      "fixed",
    ],
    ["by burst where the pattern applies", { min: 1, max: 4 }, bursting, "burst"],
    ["fixed for equal bounds in spite of burst", 2, bursting, "fixed"],
    [
      "by CPU without a query for the component",
      { min: 1, max: 4 },
      {
        ...bursting,
        application: {
          components: { web, console },
          metrics: { ...metrics, requestsPerSecond: {} },
        },
      },
      "cpu",
    ],
    [
      "by CPU when the master lacks the metrics component",
      { min: 1, max: 4 },
      { ...bursting, master: { web: {} } },
      "cpu",
    ],
  ] as const)("is %s", (_, replicas, parts: Parts, kind) => {
    expect(scalingOn("gcp-1", replicas, parts).kind).toBe(kind);
  });

  it("triggers burst by the metrics of the master, at the capacity of one replica", () => {
    expect(scalingOn("gcp-1", { min: 1, max: 4 }, bursting).trigger).toEqual({
      address: "http://console.shop.aws-1.example.com:8080",
      query: "rate(web)",
      threshold: 500,
      perReplica: 40,
      forSeconds: 120,
    });
  });

  it("assumes one replica per threshold for an unknown capacity", () => {
    const parts = {
      ...bursting,
      application: { components: { web: component(), console }, metrics },
    };
    expect(scalingOn("gcp-1", { min: 1, max: 4 }, parts).trigger?.perReplica).toBe(500);
  });

  it("does not burst on targets outside the pattern", () => {
    expect(scalingOn("aws-1", { min: 1, max: 4 }, bursting).kind).toBe("cpu");
  });
});
