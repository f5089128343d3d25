import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { component, datasource, egressOf, smallEstate } from "../testing/small-estate.ts";
import { bucketOf, cronOf, datasourcesOf, holdersOf } from "./datasources.ts";

describe("cronOf", () => {
  it.each([
    ["1m", "0 */1 * * * *"],
    ["15m", "0 */15 * * * *"],
    ["60m", "0 0 * * * *"],
    ["1h", "0 0 * * * *"],
    ["6h", "0 0 */6 * * *"],
    ["24h", "0 0 0 * * *"],
    ["1d", "0 0 0 * * *"],
    ["0m", undefined],
    ["30s", undefined],
    ["90s", undefined],
    ["7m", undefined],
    ["90m", undefined],
    ["5h", undefined],
    ["48h", undefined],
    ["2d", undefined],
    ["soon", undefined],
  ])("turns %s into %s", (interval, schedule) => {
    expect(cronOf(interval)).toBe(schedule);
  });

  it("accepts an interval exactly if it is minutes that divide an hour, or hours that divide a day", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), (minutes) => {
        const isEven =
          minutes < 60 ? 60 % minutes === 0 : minutes % 60 === 0 && 24 % (minutes / 60) === 0;
        expect(cronOf(`${minutes}m`) !== undefined).toBe(isEven);
      }),
    );
  });
});

describe("bucketOf", () => {
  it.each([
    [undefined, undefined],
    [{}, undefined],
    [{ buckets: null }, undefined],
    [{ buckets: { backup: "s3://x" } }, undefined],
    [{ buckets: { backup: { url: 3 } } }, undefined],
    [{ buckets: { backup: { url: "s3://x" } } }, { url: "s3://x" }],
    [
      { buckets: { backup: { url: "s3://x", endpoint: "https://s3.example.com" } } },
      { url: "s3://x", endpoint: "https://s3.example.com" },
    ],
  ])("reads %j as %j", (outputs, bucket) => {
    expect(bucketOf(outputs as Record<string, unknown> | undefined)).toEqual(bucket);
  });
});

const workers = { "aws-2": {}, "gcp-1": {} };
const replicated = (primary: string, replicas: Record<string, number>) =>
  datasource({ instances: 3, replication: { kind: "primary-replica", primary, replicas } });

describe("holdersOf", () => {
  const holders = (declared: ReturnType<typeof datasource>) => {
    const { topology } = smallEstate({ workers });
    return holdersOf(topology, declared).map(
      ({ member, role, instances }) => `${role} ${member.target.name} ${instances}`,
    );
  };

  it.each([
    ["a single copy at the master", datasource({ instances: 2 }), ["primary aws-1 2"]],
    [
      "the primary at the master",
      replicated("master", { "gcp-1": 1 }),
      ["primary aws-1 3", "replica gcp-1 1"],
    ],
    [
      "the primary at a worker, first",
      replicated("gcp-1", { "aws-1": 2 }),
      ["primary gcp-1 3", "replica aws-1 2"],
    ],
    ["no copy at unknown targets", replicated("onprem-1", { elsewhere: 1 }), []],
  ])("has %s", (_, declared, expected) => {
    expect(holders(declared)).toEqual(expected);
  });

  it("never holds two copies at one target", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("master", "aws-1", "aws-2", "gcp-1"),
        fc.subarray(["aws-1", "aws-2", "gcp-1"]),
        (primary, names) => {
          const { topology } = smallEstate({ workers });
          const replicas = Object.fromEntries(names.map((name) => [name, 1]));
          const found = holdersOf(topology, replicated(primary, replicas));
          expect(new Set(found.map(({ member }) => member)).size).toBe(found.length);
          expect(found.map(({ role }) => role).indexOf("primary")).toBe(0);
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe("datasourcesOf", () => {
  const estate = () =>
    smallEstate({
      application: { components: { web: component({ datasources: ["orders"] }) } },
      master: { web: {} },
      workers: { "aws-2": {}, "gcp-1": { components: { web: {} } } },
      datasources: { orders: replicated("master", { "aws-2": 1 }) },
    });
  const view = (target: string) => {
    const { topology, member, index } = estate();
    return datasourcesOf(topology, member(target), index)["orders"];
  };

  it("has the role and the instances of each target, and one primary for all", () => {
    expect(view("aws-1")).toMatchObject({ role: "primary", instances: 3 });
    expect(view("aws-2")).toMatchObject({ role: "replica", instances: 1 });
    expect(view("gcp-1")).toMatchObject({ role: "client", instances: 0 });
    for (const target of ["aws-1", "aws-2", "gcp-1"])
      expect(view(target)?.primary.target).toBe("aws-1");
  });

  it("admits the replicas and the clients of the primary, and only other copies elsewhere", () => {
    expect(view("aws-1")?.sourceRanges).toEqual([egressOf("aws-2"), egressOf("gcp-1")]);
    expect(view("aws-2")?.sourceRanges).toEqual([egressOf("aws-1")]);
    expect(view("gcp-1")?.sourceRanges).toEqual([]);
  });

  it("stores backups in a folder of its own", () => {
    expect(view("aws-1")?.backup).toMatchObject({
      target: "gcp-1",
      destination: "s3://gcp-1/production/shop/orders",
      schedule: "0 0 * * * *",
    });
  });
});
