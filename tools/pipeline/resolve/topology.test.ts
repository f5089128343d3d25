import { describe, expect, it } from "vitest";
import { componentSettings } from "./layers/component-settings.ts";
import { datasource, smallEstate } from "./testing/small-estate.ts";
import { checkActiveActive } from "./checks/patterns/active-active.ts";
import { holdersOf } from "./view/datasources.ts";

const web = { components: { web: {} } };

describe("topologyOf", () => {
  it("sorts members by target, and lists their components without nulls", () => {
    const { topology } = smallEstate({
      master: { web: {}, console: null },
      workers: { "onprem-1": web, "aws-2": { components: { web: {}, console: {} } } },
    });
    expect(topology.leader.target.name).toBe("aws-1");
    expect(topology.members.map(({ target, components }) => [target.name, ...components])).toEqual([
      ["aws-1", "web"],
      ["aws-2", "console", "web"],
      ["onprem-1", "web"],
    ]);
  });

  it("ignores a worker file of the master's target, and workers of unknown targets", () => {
    const { topology } = smallEstate({ workers: { "aws-1": web, nowhere: web } });
    expect(topology.members.map(({ layer }) => layer)).toEqual(["master"]);
  });

  it.each([
    ["all traffic to the master by default", {}, [1, 0]],
    [
      "the declared shares of active-active",
      { "active-active": { shares: { "aws-1": 2, "gcp-1": 3 }, survive: "target" } },
      [2, 3],
    ],
    [
      "no share to targets outside active-active",
      { "active-active": { shares: { "gcp-1": 1 }, survive: "target" } },
      [0, 1],
    ],
  ] as const)("gives %s", (_, patterns, shares) => {
    const { topology } = smallEstate({ system: { patterns } });
    expect(topology.members.map(({ part }) => part.share)).toEqual(shares);
  });
});

it("gives no share to a draining worker", () => {
  const { member } = smallEstate({
    system: { patterns: { "active-active": { shares: { "gcp-1": 1 }, survive: "target" } } },
    workers: { "gcp-1": { ...web, state: "draining" } },
  });
  expect(member("gcp-1").part).toMatchObject({ state: "draining", share: 0 });
});

describe("names that are properties of Object.prototype", () => {
  const patterns = {
    "active-active": { shares: { "aws-1": 1, "gcp-1": 1 }, survive: "target" },
  } as const;

  it("give a target no traffic share, no replica and no part in active-active", () => {
    const { topology, member } = smallEstate({
      system: { patterns },
      workers: { "gcp-1": web, constructor: { ...web, state: "draining" as const } },
    });
    const replication = { kind: "primary-replica", primary: "master", replicas: {} } as const;
    const holders = holdersOf(topology, datasource({ replication }));
    expect(holders.map(({ member: holder }) => holder.target.name)).toEqual(["aws-1"]);
    expect(checkActiveActive(topology)).toEqual([]);
    expect(member("constructor").part.share).toBe(0);
  });

  it("give a serving target no traffic share", () => {
    const { member } = smallEstate({ system: { patterns }, workers: { constructor: web } });
    expect(member("constructor").part.share).toBe(0);
  });

  it("find no settings of an environment for an application", () => {
    const { topology, member } = smallEstate({
      system: { application: "constructor" },
      environment: { applications: {} },
    });
    const settings = componentSettings(topology, member("aws-1"), "web");
    expect(settings.values["replicas"]).toBe(1);
  });
});
