import type { LockInChange, Manifest, Proof, RunResult } from "@altostrata/pipeline";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gatherFacts, type RenderedRun } from "./testing/gather-facts.ts";
import { lockInComparison } from "./lock-in-change.ts";
import { scoreLockIn, type Score } from "./score-lock-in.ts";

// Laws of a score, starting from manifests: how an estate is built must not matter, only its content.

const keys = ["eks.amazonaws.com/role-arn", "route53", "neutral.example.com/key"] as const;

interface Shown {
  readonly component: string;
  readonly key: (typeof keys)[number];
  readonly name: string;
  readonly line: number;
}

const shown: fc.Arbitrary<Shown> = fc.record({
  component: fc.constantFrom("web", "jobs"),
  key: fc.constantFrom(...keys),
  name: fc.constantFrom("a", "b", "c"),
  line: fc.integer({ min: 1, max: 99 }),
});
const estate = fc.record({
  objects: fc.array(shown, { maxLength: 10 }),
  proven: fc.subarray(["web aws", "web gcp", "jobs aws", "jobs gcp"]),
});
type Estate = typeof estate extends fc.Arbitrary<infer Value> ? Value : never;

function manifest({ component, key, name, line }: Shown): Manifest {
  const place = { file: "clouds/aws/templates/one.yaml.hbs", line, column: 1 };
  return {
    id: { group: "", version: "v1", kind: "ServiceAccount", namespace: "shop", name },
    object: { metadata: { name, annotations: { [key]: "x" } } },
    layer: "provider",
    system: "shop",
    component,
    at: place,
    sourceAt: () => ({ template: place }),
  };
}

function proofOf(text: string): Proof {
  const [component = "", provider = ""] = text.split(" ");
  const place = { environment: "production", target: `${provider}-one`, system: "shop" };
  return { application: "shop", component, aspect: "runs", provider, ...place };
}

function view(provider: string, replicas: number): object {
  const component = { replicas: { min: replicas }, resources: { cpu: "500m" } };
  return {
    environment: { name: "production", tier: "production" },
    application: { name: "shop" },
    system: { name: "shop", traffic: { dns: "gcp" } },
    part: { leads: provider === "aws", share: 1 },
    target: { region: "here", provider },
    components: { web: component, jobs: component },
    datasources: {},
  };
}

const leaving = {
  catalogue: 1,
  dayRate: "1000 USD",
  redeploy: { least: 0.1, most: 0.5 },
  bandwidth: 1000,
  window: "30d",
  likelihood: { least: "1%", most: "5%", why: "law" },
  date: "2026-11-01",
};
const lockIn = [
  { surface: "roles", tier: 2, exit: "e", found: { keys: ["eks.amazonaws.com/"] } },
  { surface: "names", tier: 3, exit: "e", found: { keys: ["route53"] } },
];

interface Around {
  readonly replicas?: number;
  readonly catalogue?: number;
}

/** A run with objects on a target of aws, beside an empty one of gcp. */
function run(
  { objects, proven }: Estate,
  { replicas = 2, catalogue = 1 }: Around = {},
): RenderedRun {
  const result = (provider: string, manifests: readonly Manifest[]): object => ({
    environment: "production",
    target: `${provider}-one`,
    provider,
    systems: [{ view: view(provider, provider === "aws" ? replicas : 2), patches: [] }],
    manifests,
  });
  const judged: Record<keyof RenderedRun, unknown> = {
    asOf: "2026-11-24",
    desiredState: {
      providers: [
        { name: "aws", value: { lockIn, leaving: { ...leaving, catalogue } } },
        { name: "gcp", value: { lockIn: [], leaving } },
      ],
      targets: [],
      applications: [],
      templates: [],
      environments: [{ name: "production", value: { tier: "production" }, systems: [] }],
    },
    targets: [result("aws", objects.map(manifest)), result("gcp", [])],
    proofs: proven.map(proofOf),
  };
  return judged as unknown as RenderedRun;
}

/** Returns the change between two runs. An environment with the same targets is unchanged. */
function lockInChange(base: RenderedRun, head: RenderedRun): LockInChange {
  const comparing = lockInComparison();
  const results = [base, head] as unknown as [RunResult, RunResult];
  if (base.targets !== head.targets || comparing.needsUnchanged(...results))
    comparing.add({ environment: "production", base, head });
  return comparing.finish(...results);
}

function score(of: Estate, replicas?: number): Score {
  const scored = scoreLockIn(gatherFacts(run(of, replicas === undefined ? {} : { replicas })));
  if (!scored.scored) throw new Error("there are components, so there must be a score");
  return scored;
}

/** A score without places and names. */
function figures({ exposure: { bindings, ...exposure }, ...rest }: Score): object {
  return {
    ...rest,
    exposure,
    bindings: bindings.map((binding) => ({ ...binding, at: undefined })),
  };
}

describe("a score of manifests", () => {
  it("does not depend on order, names, places or the number of objects per surface", () => {
    fc.assert(
      fc.property(estate, fc.integer({ min: 0, max: 9 }), ({ objects, proven }, turn) => {
        const moved = [...objects.slice(turn), ...objects.slice(0, turn)].map((one, index) => ({
          ...one,
          name: `other-${index}`,
          line: index + 1,
        }));
        const split = moved.flatMap((one) => [one, { ...one, name: `${one.name}-again` }]);
        expect(figures(score({ objects: split, proven }))).toEqual(
          figures(score({ objects, proven })),
        );
      }),
    );
  });

  it("never improves with an additional object, and worsens only with a new surface", () => {
    fc.assert(
      fc.property(estate, shown, ({ objects, proven }, added) => {
        const before = score({ objects, proven });
        const after = score({ objects: [...objects, added], proven });
        const isNew =
          added.key !== "neutral.example.com/key" &&
          !objects.some(({ component, key }) => component === added.component && key === added.key);
        expect(after.exposure.bindings).toHaveLength(
          before.exposure.bindings.length + Number(isNew),
        );
        expect(after.exposure.perYear.most).toBeGreaterThanOrEqual(before.exposure.perYear.most);
        expect(after.exposure.perYear.most > before.exposure.perYear.most).toBe(isNew);
        expect(after.portability).toEqual(before.portability);
        expect(after.readiness).toEqual(before.readiness);
      }),
    );
  });

  it("shows other changes beside a new catalogue", () => {
    const roles = { component: "web", key: keys[0], name: "a", line: 1 };
    const before = run({ objects: [], proven: [] });
    const after = run({ objects: [roles], proven: [] }, { catalogue: 2 });
    const { figures: changed } = lockInChange(before, after);
    expect(changed.map(({ figure }) => figure)).toEqual(["catalogue", "switching", "exposure"]);
    expect(changed[0]).toMatchObject({ base: "aws@1 gcp@1", head: "aws@2 gcp@1" });
  });

  it("lists lost proofs, even if no changed object depends on them", () => {
    const objects: Shown[] = [];
    const before = run({ objects, proven: ["web aws", "web gcp"] });
    const after = run({ objects, proven: ["web aws", "jobs aws"] });
    const { proven, unproven } = lockInChange(before, { ...after, targets: before.targets });
    const of = (component: string, provider: string) => ({
      application: "shop",
      component,
      aspect: "runs",
      provider,
    });
    expect(unproven).toEqual([of("web", "gcp")]);
    expect(proven).toEqual([of("jobs", "aws")]);
  });

  it("changes figures of an unchanged environment when a shared fact changes", () => {
    const roles = { component: "web", key: keys[0], name: "a", line: 1 };
    const before = run({ objects: [roles], proven: ["web aws", "web gcp"] });
    const unproven = { ...before, proofs: before.proofs.slice(0, 1) };
    expect(lockInChange(before, before).figures).toEqual([]);
    const { figures: moved } = lockInChange(before, unproven);
    expect(moved.map(({ environment, figure }) => `${environment} ${figure}`)).toContain(
      "production portability",
    );
  });

  it("changes only the compute concentration with replicas", () => {
    fc.assert(
      fc.property(estate, fc.integer({ min: 0, max: 50 }), (of, replicas) => {
        const { concentration, ...rest } = score(of, replicas);
        const { concentration: before, ...same } = score(of);
        expect({ ...rest, portability: rest.portability.percent }).toEqual({
          ...same,
          portability: same.portability.percent,
        });
        expect(concentration.filter(({ facet }) => facet !== "compute")).toEqual(
          before.filter(({ facet }) => facet !== "compute"),
        );
      }),
    );
  });

  it("is lower with each proof elsewhere, and unchanged by one at the same provider", () => {
    fc.assert(
      fc.property(estate, ({ objects }) => {
        const most = (proven: string[]) => score({ objects, proven }).exposure.perYear.most;
        const none = most([]);
        expect(most(["web aws", "jobs aws"])).toBe(none);
        expect(most(["web gcp"])).toBeLessThanOrEqual(none);
        expect(most(["web gcp", "jobs gcp"])).toBeLessThanOrEqual(most(["web gcp"]));
        const bound = objects.some(({ key }) => key !== "neutral.example.com/key");
        expect(most(["web gcp", "jobs gcp"]) < none).toBe(bound);
      }),
    );
  });
});
