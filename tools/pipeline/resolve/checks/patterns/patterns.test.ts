import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../../model/results/diagnostic.ts";
import type { Price } from "../../../model/estate/desired-state.ts";
import type { System } from "../../../model/kinds/system.ts";
import { component, datasource, smallEstate, type Parts } from "../../testing/small-estate.ts";
import { checkActiveActive } from "./active-active.ts";
import { checkArbitrage } from "./arbitrage.ts";
import { checkBurst } from "./burst.ts";
import { checkDisasterRecovery } from "./disaster-recovery.ts";
import { checkPreProduction } from "./pre-production.ts";
import { checkPatternTargets } from "./targets.ts";

const codes = (diagnostics: readonly Diagnostic[], arg = "target") =>
  diagnostics.map(({ code, args }) => `${code} ${String(args[arg])}`);
const web = { components: { web: {} } };
const onBoth = { workers: { "aws-2": web, "gcp-1": web } };

function systemWith(patterns: System["patterns"], parts: Parts = {}) {
  return smallEstate({ ...onBoth, ...parts, system: { ...parts.system, patterns } });
}

it("accepts a system without patterns", () => {
  const { topology, index } = smallEstate();
  expect([
    ...checkPatternTargets(topology),
    ...checkActiveActive(topology),
    ...checkBurst(topology),
    ...checkDisasterRecovery(topology),
    ...checkArbitrage(topology, index, "2026-01-01"),
    ...checkPreProduction(topology, index),
  ]).toEqual([]);
});

describe("checkPatternTargets", () => {
  it("refuses targets outside the system in every pattern", () => {
    const { topology } = systemWith({
      "active-active": { shares: { "aws-1": 1, "onprem-1": 1 }, survive: "target" },
      burst: { onto: ["gcp-1", "nowhere"], when: { requestsPerSecond: 1, for: "1m" } },
      "disaster-recovery": { standby: "onprem-1", promotes: ["web"] },
      arbitrage: {
        among: ["aws-1", "constructor"],
        component: "web",
        threshold: "10%",
        cooldown: "1h",
        pricesNotOlderThan: "7d",
      },
    });
    expect(codes(checkPatternTargets(topology))).toEqual([
      "pattern-target-not-in-system onprem-1",
      "pattern-target-not-in-system nowhere",
      "pattern-target-not-in-system onprem-1",
      "pattern-target-not-in-system constructor",
    ]);
  });
});

describe("checkActiveActive", () => {
  const check = (
    shares: Record<string, number>,
    survive: "target" | "provider" = "provider",
    parts: Parts = {},
  ) =>
    codes(checkActiveActive(systemWith({ "active-active": { shares, survive } }, parts).topology));

  it.each([
    ["two targets at two providers", { "aws-1": 1, "gcp-1": 1 }, "provider", []],
    [
      "two targets at one provider, if only a target may fail",
      { "aws-1": 1, "aws-2": 1 },
      "target",
      [],
    ],
    [
      "two targets at one provider, if a provider may fail",
      { "aws-1": 1, "aws-2": 1 },
      "provider",
      ["pattern-survive-single-provider undefined"],
    ],
    ["a single target", { "aws-1": 1 }, "target", ["pattern-share-incomplete aws-1"]],
    ["no target", {}, "target", ["pattern-share-incomplete none"]],
  ] as const)("judges %s", (_, shares, survive, expected) => {
    expect(check(shares, survive)).toEqual(expected);
  });

  it.each([
    ["is draining", { ...web, state: "draining" }],
    ["runs no runtime component", { components: { console: {} } }],
    ["lists its runtime component as null", { components: { web: null } }],
  ] as const)("refuses a share of a worker that %s", (_, worker) => {
    const workers = { "gcp-1": worker } as Parts["workers"];
    expect(check({ "aws-1": 1, "gcp-1": 1 }, "provider", { ...(workers && { workers }) })).toEqual([
      "pattern-share-incomplete gcp-1",
    ]);
  });
});

describe("checkBurst", () => {
  const components = (needs?: string[]) => ({
    web: component({
      defaults: { replicas: { min: 1, max: 4 }, resources: { cpu: "1", memory: "1Gi" } },
      ...(needs && { needs: { atStart: needs } }),
    }),
    console: component({ role: "management" }),
  });
  const metrics = { component: "console", port: "http", requestsPerSecond: { web: "rate(web)" } };
  const check = (onto: string[], parts: Parts = {}) =>
    codes(
      checkBurst(
        systemWith(
          { burst: { onto, when: { requestsPerSecond: 10, for: "1m" } } },
          { application: { components: components(), metrics }, ...parts },
        ).topology,
      ),
    );
  const replicas = (min: number, max: number) => ({
    workers: { "gcp-1": { components: { web: { replicas: { min, max } } } } },
  });

  it("accepts a worker that can scale by the master's metrics", () => {
    expect(check(["gcp-1", "aws-2"])).toEqual([]);
  });

  it("refuses the master", () => {
    expect(check(["aws-1"])).toEqual(["pattern-burst-onto-master aws-1"]);
  });

  it("refuses a worker whose components cannot scale", () => {
    expect(check(["gcp-1"], replicas(2, 2))).toEqual(["pattern-burst-not-scalable gcp-1"]);
    expect(check(["gcp-1"], { workers: { "gcp-1": { components: { console: {} } } } })).toEqual([
      "pattern-burst-not-scalable gcp-1",
    ]);
  });

  it("refuses burst without metrics of the master", () => {
    const expected = ["pattern-burst-without-metrics gcp-1"];
    expect(check(["gcp-1"], { application: { components: components() } })).toEqual(expected);
    expect(check(["gcp-1"], { master: { web: {} } })).toEqual(expected);
  });

  it("refuses a minimum of zero only for components that need others at the start", () => {
    expect(check(["gcp-1"], replicas(0, 4))).toEqual([]);
    const needy = { application: { components: components(["console"]), metrics } };
    expect(check(["gcp-1"], { ...needy, ...replicas(0, 4) })).toEqual([
      "pattern-burst-floor-too-low undefined",
    ]);
    expect(check(["gcp-1"], { ...needy, ...replicas(1, 4) })).toEqual([]);
  });
});

describe("checkDisasterRecovery", () => {
  const check = (standby: string, promotes: string[], parts: Parts = {}) =>
    checkDisasterRecovery(
      systemWith({ "disaster-recovery": { standby, promotes } }, parts).topology,
    ).map(({ code }) => code);
  const replica = datasource({
    replication: { kind: "primary-replica", primary: "master", replicas: { "gcp-1": 1 } },
  });

  it.each([
    ["a runtime component at another provider", "gcp-1", ["web"], {}, []],
    ["a standby of the master's provider", "aws-2", ["web"], {}, ["pattern-standby-same-provider"]],
    ["the master itself", "aws-1", ["web"], {}, ["pattern-standby-same-provider"]],
    [
      "a running management component of the master",
      "aws-1",
      ["console"],
      {},
      ["pattern-standby-same-provider"],
    ],
    [
      "a management component that may scale up from zero",
      "gcp-1",
      ["console"],
      { workers: { "gcp-1": { components: { console: { replicas: { min: 0, max: 2 } } } } } },
      ["pattern-standby-component-active"],
    ],
    ["a replicated datasource", "gcp-1", ["orders"], { datasources: { orders: replica } }, []],
    [
      "a datasource without a copy at the standby",
      "gcp-1",
      ["orders"],
      { datasources: { orders: datasource() } },
      ["pattern-standby-without-replica"],
    ],
    ["an unknown name", "gcp-1", ["constructor"], {}, ["pattern-promotes-misplaced"]],
    [
      "a component that the standby does not list",
      "gcp-1",
      ["console"],
      {},
      ["pattern-promotes-misplaced"],
    ],
    [
      "a management component that runs at the standby",
      "gcp-1",
      ["console"],
      { workers: { "gcp-1": { components: { console: { replicas: 1 } } } } },
      ["pattern-standby-component-active"],
    ],
    [
      "a management component at zero replicas",
      "gcp-1",
      ["console"],
      { workers: { "gcp-1": { components: { console: { replicas: 0 } } } } },
      [],
    ],
  ] as [string, string, string[], Parts, string[]][])(
    "judges %s",
    (_, standby, promotes, parts, expected) => {
      expect(check(standby, promotes, parts)).toEqual(expected);
    },
  );
});

describe("checkArbitrage", () => {
  const price = (date: string, region = "aws-region"): Price => ({
    item: "large",
    region,
    unit: "hour",
    price: 1,
    currency: "USD",
    kind: "list",
    source: "https://example.com",
    date,
  });
  const check = (parts: Parts, name = "web", among = ["aws-1", "aws-2"]) => {
    const arbitrage = {
      among,
      component: name,
      threshold: "10%",
      cooldown: "1h",
      pricesNotOlderThan: "30d",
    };
    const { topology, index } = systemWith({ arbitrage }, parts);
    return checkArbitrage(topology, index, "2026-06-30").map(
      ({ code, args }) => `${code} ${String(args["target"])} ${String(args["problem"])}`,
    );
  };

  it.each([
    ["a price on the last allowed day", "2026-05-31", []],
    [
      "a price that is one day too old",
      "2026-05-30",
      ["pattern-arbitrage-price-unfit aws-1 old", "pattern-arbitrage-price-unfit aws-2 old"],
    ],
  ])("judges %s", (_, date, expected) => {
    expect(check({ prices: [price(date)] })).toEqual(expected);
  });

  it("refuses a candidate without a price in its region", () => {
    expect(
      check({ prices: [price("2026-06-01", "elsewhere")] }, "web", ["aws-1", "gcp-1"]),
    ).toEqual([
      "pattern-arbitrage-price-unfit aws-1 missing",
      "pattern-arbitrage-price-unfit gcp-1 missing",
    ]);
  });

  it("refuses a candidate that is draining or lacks the component", () => {
    const prices = [price("2026-06-01")];
    expect(check({ prices, workers: { "aws-2": { ...web, state: "draining" } } })).toEqual([
      "pattern-arbitrage-candidate-unfit aws-2 is draining",
    ]);
    expect(check({ prices, workers: { "aws-2": { components: { console: {} } } } })).toEqual([
      "pattern-arbitrage-candidate-unfit aws-2 does not run web",
    ]);
  });

  it("refuses an unknown component once", () => {
    expect(check({ prices: [price("2026-06-01")] }, "constructor")).toEqual([
      "reference-unknown undefined undefined",
    ]);
  });
});

describe("checkPreProduction", () => {
  const check = (workers: readonly string[], master: string, application = "shop") => {
    const { desiredState, index, topology } = smallEstate({
      environment: { preProductionOf: "live" },
    });
    const [environment] = desiredState.environments;
    const [system] = environment!.systems;
    const live = {
      ...environment!,
      name: "live",
      systems: [
        {
          ...system!,
          value: { ...system!.value, master, application },
          workers: workers.map((name) => ({ ...system!.workers[0]!, name })),
        },
      ],
    };
    const environments = new Map([...index.environments, ["live", live]]);
    return codes(checkPreProduction(topology, { ...index, environments }));
  };

  it.each([
    ["accepts workers of production", ["aws-1", "gcp-1"], "onprem-1", "shop", []],
    [
      "refuses targets that production does not use",
      ["aws-1"],
      "onprem-1",
      "shop",
      ["pattern-pre-production-elsewhere gcp-1"],
    ],
    [
      "refuses the master of the same application",
      ["aws-1", "gcp-1"],
      "aws-1",
      "shop",
      ["pattern-pre-production-elsewhere aws-1"],
    ],
    ["accepts the master of another application", ["aws-1", "gcp-1"], "aws-1", "other", []],
  ])("%s", (_, workers, master, application, expected) => {
    expect(check(workers, master, application)).toEqual(expected);
  });

  it("ignores an environment that names itself or an unknown one", () => {
    for (const preProductionOf of ["production", "nowhere", "constructor"]) {
      const { topology, index } = smallEstate({ environment: { preProductionOf } });
      expect(checkPreProduction(topology, index)).toEqual([]);
    }
  });
});
