import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareScores } from "./compare-scores.ts";
import type { Binding, LockInFacts, SystemFact } from "./lock-in-facts.ts";
import { sampleBinding, sampleFacts } from "./sample-facts.ts";
import { scoreLockIn, type Score } from "./score-lock-in.ts";

const providers = ["aws", "azure", "gcp"] as const;
const provider = fc.constantFrom(...providers);
const days = fc
  .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }))
  .map(([least, more]) => ({ least, most: least + more }));
const name = fc.constantFrom("api", "jobs", "search", "web");
const binding: fc.Arbitrary<Binding> = fc.record({
  environment: fc.constant("production"),
  system: fc.constantFrom("shop", "pay"),
  component: name,
  provider,
  surface: fc.constantFrom("queue", "roles", "store", "zones"),
  facet: fc.constant("data"),
  tier: fc.integer({ min: 0, max: 4 }),
  effort: days,
  assumed: fc.boolean(),
  exit: fc.constant("move it"),
  alternatives: fc.constant([]),
  at: fc.constant(sampleBinding.at),
});
const proven = fc
  .tuple(binding, fc.option(provider))
  .map(([one, proof]): Binding => (proof === null ? one : { ...one, proof }));
const component = fc.record({
  environment: fc.constant("production"),
  system: fc.constantFrom("shop", "pay"),
  component: name,
  weight: fc.constantFrom(1, 2, 4),
  provenAt: fc.subarray([...providers]),
  cpus: fc.dictionary(provider, fc.integer({ min: 0, max: 64 })),
});
const store = fc.record({
  environment: fc.constant("production"),
  system: fc.constant("shop"),
  datasource: name,
  provider,
  gigabytes: fc.integer({ min: 0, max: 100_000 }),
  price: fc.record({ perGigabyte: fc.integer({ min: 0, max: 2 }), kind: fc.constant("list") }),
});
const system: fc.Arbitrary<SystemFact> = fc.record({
  environment: fc.constant("production"),
  system: fc.constant("shop"),
  weight: fc.constantFrom(1, 2, 4),
  master: provider,
  edge: fc.constant({ aws: 1 }),
  dependsOn: fc.subarray([...providers], { minLength: 1 }),
  plans: fc.dictionary(
    provider,
    fc.constantFrom({}, { rehearsed: "2026-06-01" }, { rehearsed: "2020-01-01" }),
  ),
});
const facts: fc.Arbitrary<LockInFacts> = fc.record({
  catalogue: fc.constant("aws@1 azure@1 gcp@1"),
  asOf: fc.constant("2026-11-24"),
  components: fc.array(component, { minLength: 1, maxLength: 8 }),
  bindings: fc.array(proven, { maxLength: 12 }),
  stores: fc.array(store, { maxLength: 4 }),
  systems: fc.array(system, { minLength: 1, maxLength: 3 }),
  providers: fc
    .subarray([...providers])
    .map((known) => Object.fromEntries(known.map((one) => [one, sampleFacts.providers["aws"]!]))),
  options: fc.constant(sampleFacts.options),
});

function scored(of: LockInFacts): Score {
  const score = scoreLockIn(of);
  if (!score.scored) throw new Error("these facts have components, so they must have a score");
  return score;
}

describe("a score", () => {
  it("never improves with an additional binding", () => {
    fc.assert(
      fc.property(facts, proven, (before, added) => {
        const after = { ...before, bindings: [...before.bindings, added] };
        const [less, more] = [scored(before), scored(after)];
        for (const part of ["days", "switching", "perYear"] as const) {
          expect(more.exposure[part].least).toBeGreaterThanOrEqual(less.exposure[part].least);
          expect(more.exposure[part].most).toBeGreaterThanOrEqual(less.exposure[part].most);
        }
        expect(more.portability).toEqual(less.portability);
        expect(more.readiness).toEqual(less.readiness);
        expect(more.dataExit).toEqual(less.dataExit);
        expect(more.concentration).toEqual(less.concentration);
      }),
    );
  });

  it("never improves, and has more exposure, when a proof is lost", () => {
    fc.assert(
      fc.property(facts, (before) => {
        const after = { ...before, bindings: before.bindings.map(withoutProof) };
        const [less, more] = [scored(before), scored(after)];
        expect(more.exposure.perYear.most).toBeGreaterThanOrEqual(less.exposure.perYear.most);
        expect(more.exposure.switching.least).toBeGreaterThanOrEqual(less.exposure.switching.least);
      }),
    );
    expect(scored({ ...sampleFacts, bindings: [sampleBinding] }).exposure.days.most).toBe(4);
    const moved = scored({ ...sampleFacts, bindings: [{ ...sampleBinding, proof: "gcp" }] });
    expect(moved.exposure.days.most).toBe(0.5);
  });

  it("does not depend on names and order", () => {
    fc.assert(
      fc.property(facts, (before) => {
        const after = {
          ...before,
          components: [...before.components].reverse().map(renamed),
          bindings: [...before.bindings].reverse().map(renamed),
          stores: [...before.stores].reverse().map((one) => ({ ...one, system: "renamed" })),
          systems: [...before.systems].reverse().map((one) => ({ ...one, system: "renamed" })),
        };
        expect(numbersOf(scored(after))).toEqual(numbersOf(scored(before)));
      }),
    );
  });

  it("equals the sum of all bindings and stores", () => {
    fc.assert(
      fc.property(facts, (of) => {
        const { exposure, dataExit } = scored(of);
        const stores = dataExit.flatMap((exit) => exit.stores);
        for (const bound of ["least", "most"] as const) {
          const added = [
            ...exposure.bindings.map((one) => one.exposure?.[bound] ?? 0),
            ...stores.map((one) => one.exposure[bound]),
          ].reduce((whole, one) => whole + one, 0);
          expect(exposure.perYear[bound]).toBeCloseTo(added, 6);
        }
      }),
    );
  });

  it("drops by exactly the share of a removed binding", () => {
    fc.assert(
      fc.property(facts, fc.nat(), (before, choice) => {
        fc.pre(before.bindings.length > 0);
        const gone = choice % before.bindings.length;
        const after = { ...before, bindings: before.bindings.filter((_, index) => index !== gone) };
        const [more, less] = [scored(before), scored(after)];
        const added = more.exposure.bindings[gone]?.exposure?.most ?? 0;
        expect(more.exposure.perYear.most - less.exposure.perYear.most).toBeCloseTo(added, 6);
      }),
    );
  });

  it("keeps bounds in order, and concentration between 0 and 1", () => {
    fc.assert(
      fc.property(facts, (of) => {
        const { exposure, concentration, portability } = scored(of);
        expect(exposure.perYear.least).toBeLessThanOrEqual(exposure.perYear.most);
        expect(portability.percent).toBeGreaterThanOrEqual(0);
        expect(portability.percent).toBeLessThanOrEqual(100);
        for (const { index, shares } of concentration) {
          expect(index).toBeGreaterThanOrEqual(1 / shares.length - 1e-9);
          expect(index).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
    );
  });

  it("does not exist for an estate without components", () => {
    expect(scoreLockIn({ ...sampleFacts, components: [] })).toEqual({
      scored: false,
      catalogue: "aws@1 gcp@1",
    });
  });

  it("is only comparable within one catalogue", () => {
    const score = scoreLockIn(sampleFacts);
    const other = scoreLockIn({ ...sampleFacts, catalogue: "aws@2 gcp@1" });
    const empty = scoreLockIn({ ...sampleFacts, components: [] });
    expect(compareScores(score, other)).toEqual({ comparable: false, why: "other-catalogue" });
    expect(compareScores(empty, score)).toEqual({ comparable: false, why: "no-score" });
    const more = scoreLockIn({
      ...sampleFacts,
      bindings: [...sampleFacts.bindings, sampleBinding],
    });
    expect(compareScores(score, more)).toMatchObject({
      comparable: true,
      portability: 0,
      switching: { least: 1000, most: 4000 },
    });
  });

  it("lists the figures that rest on an estimate", () => {
    expect(scored(sampleFacts).estimates).toEqual([
      "exposure: the cost of running both sides during a move is not included",
      "exposure: person-days, day rate, bandwidth and likelihood are estimates from the providers' files, dated 2026-11-01 or later",
      "exposure: the effort of queue is the default of its tier",
      "data exit: sizes are declared volume sizes, which are upper bounds; other volumes are not included",
      "options: some control plane prices are assumed",
      "options: some control plane prices are unknown",
    ]);
    const { portability, readiness, dataExit, concentration, exposure } = scored(sampleFacts);
    const parts = [portability, readiness, exposure, ...dataExit, ...concentration];
    expect([...new Set(parts.map(({ basis }) => basis))].sort()).toEqual([
      "declared",
      "estimate",
      "proven",
    ]);
    const unknown = scored({ ...sampleFacts, providers: {} });
    expect(unknown.estimates).toContain(
      "exposure: aws has no exit costs, so its bindings count in days only",
    );
  });
});

describe("exit readiness", () => {
  it("compares the days of a rehearsal with the estimate of its bindings", () => {
    const [plan] = scored(sampleFacts).readiness.plans;
    expect(plan).toMatchObject({ took: 6, estimated: { least: 2.25, most: 8.5 } });
    const elsewhere = sampleFacts.bindings.map((one) => ({ ...one, system: "other" }));
    const [other] = scored({ ...sampleFacts, bindings: elsewhere }).readiness.plans;
    expect(other?.estimated).toEqual({ least: 0, most: 0 });
  });

  const readiness = (plan: object | undefined): number =>
    scored({
      ...sampleFacts,
      systems: sampleFacts.systems.map((one) => ({ ...one, plans: plan ? { aws: plan } : {} })),
    }).readiness.level;

  it.each([
    [0, undefined],
    [1, {}],
    [1, { rehearsed: "2027-01-01", automatic: "a workflow that has not run yet" }],
    [2, { rehearsed: "2025-11-23" }],
    [3, { rehearsed: "2025-11-24" }],
    [4, { rehearsed: "2026-11-01", automatic: "exit.yml" }],
  ])("is %i for %j", (level, plan) => {
    expect(readiness(plan)).toBe(level);
  });
});

function withoutProof({ proof: _gone, ...rest }: Binding): Binding {
  return rest;
}

function renamed<Thing extends { readonly component: string }>(thing: Thing): Thing {
  return { ...thing, system: "renamed", component: `renamed-${thing.component}` };
}

/** All figures without names, sorted, and rounded against floating-point order. */
function numbersOf({ portability, exposure, dataExit, concentration, readiness }: Score): unknown {
  const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;
  const bounds = [exposure.days, exposure.switching, exposure.perYear];
  return {
    percent: rounded(portability.percent),
    bounds: bounds.map(({ least, most }) => [rounded(least), rounded(most)]),
    hours: dataExit.map(({ hours = -1 }) => rounded(hours)),
    concentration: concentration.map(({ facet, index }) => [facet, rounded(index)]),
    level: readiness.level,
  };
}
