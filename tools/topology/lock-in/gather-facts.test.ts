import type { Finding, Manifest } from "@altostrata/pipeline";
import { describe, expect, it } from "vitest";
import { gatherFacts, type Judged } from "./gather-facts.ts";
import { scoreLockIn } from "./score-lock-in.ts";

const place = (line: number) => ({ file: "clouds/aws/templates/sa.yaml.hbs", line, column: 3 });

function account(name: string, line: number): Manifest {
  return {
    id: { group: "", version: "v1", kind: "ServiceAccount", namespace: "shop", name },
    object: { metadata: { name, annotations: { "eks.amazonaws.com/role-arn": "arn" } } },
    layer: "provider",
    system: "shop",
    component: "web",
    at: place(line),
    sourceAt: () => ({ template: place(line) }),
  };
}

function picture(provider: string, leads: boolean): object {
  return {
    environment: { name: "production", tier: "production" },
    application: { name: "shop" },
    system: { name: "shop", traffic: { dns: "aws" } },
    part: { leads, share: 0 },
    target: { region: "here", provider },
    components: { web: { replicas: { min: 2 }, resources: { cpu: "500m" } } },
    datasources: leads
      ? {
          orders: {
            role: "primary",
            engine: { via: "cloudnative-pg" },
            storage: { size: "100G" },
            backup: { provider: "gcp" },
          },
        }
      : {},
  };
}

const roles = {
  surface: "roles",
  facet: "identity",
  tier: 2,
  why: "annotation",
  exit: "template",
  found: { keys: ["eks.amazonaws.com/"] },
};
const names = {
  surface: "names",
  facet: "network",
  tier: 2,
  why: "records",
  exit: "change traffic.dns",
  found: { uses: ["dns"] },
};
const archive = { ...names, surface: "archive", facet: "data", found: { uses: ["backup"] } };
const leaving = {
  catalogue: 3,
  dayRate: "1000 USD",
  redeploy: { least: 0, most: 0.5 },
  bandwidth: 1000,
  window: "30d",
  likelihood: { least: "1%", most: "5%", why: "law" },
  owner: "@example/platform",
  date: "2026-11-01",
};

/** What a run over one system at two providers leaves, as far as scores look at it. */
function judged(manifests: readonly Manifest[], findings: readonly Finding[] = []): Judged {
  const result = (provider: string, leads: boolean, own: readonly Manifest[]): object => ({
    environment: "production",
    target: `${provider}-one`,
    provider,
    systems: [{ picture: picture(provider, leads), patches: [] }],
    manifests: own,
  });
  const provider = (name: string, lockIn: readonly object[]): object => ({
    name,
    value: { lockIn, leaving },
  });
  return {
    asOf: "2026-11-24",
    desiredState: {
      providers: [provider("aws", [roles, names]), provider("gcp", [archive])],
      targets: [],
      templates: [],
      environments: [],
      prices: [
        {
          name: "aws",
          value: [
            { item: "egress-internet", region: "here", price: 0.1, currency: "USD", kind: "list" },
          ],
        },
      ],
    },
    targets: [result("aws", true, manifests), result("gcp", false, [])],
    diagnostics: [],
    findings,
  } as unknown as Judged;
}

const refused = {
  action: "deny",
  environment: "production",
  target: "aws-one",
  object: "ServiceAccount/shop/web",
} as Finding;

describe("gatherFacts", () => {
  it("finds each surface once per component, at its first place, with what proves that it can move", () => {
    const { bindings } = gatherFacts(judged([account("web", 9), account("web-jobs", 4)]));
    expect(
      bindings.map(({ surface, component, proof, at }) => [surface, component, proof, at.line]),
    ).toEqual([
      ["names", "", undefined, 1],
      ["archive", "orders", undefined, 1],
      ["roles", "web", "gcp", 4],
    ]);
  });

  it("gives the same score however a surface is spread over objects", () => {
    const one = scoreLockIn(gatherFacts(judged([account("web", 4)])));
    const three = judged([account("a", 4), account("b", 8), account("c", 12)]);
    expect(scoreLockIn(gatherFacts(three))).toEqual(one);
  });

  it("reads sizes, prices and figures of leaving", () => {
    const { stores, providers, catalogue, components } = gatherFacts(judged([]));
    expect(stores).toMatchObject([
      { provider: "aws", gigabytes: 100, price: { perGigabyte: 0.1 } },
    ]);
    expect(providers["aws"]).toMatchObject({
      windowHours: 720,
      perYear: { least: 0.01, most: 0.05 },
    });
    expect(catalogue).toBe("aws@3 gcp@3");
    expect(components).toMatchObject([{ provenAt: ["aws", "gcp"], cpus: { aws: 1, gcp: 1 } }]);
  });

  it("takes no refused object for a proof, whether it is waived or not", () => {
    const manifests = [account("web", 4)];
    const waived = { ...refused, waiver: { owner: "@a", expires: "2027-01-01", reason: "r" } };
    const open = gatherFacts(judged(manifests, [refused]));
    expect(open.components).toMatchObject([{ provenAt: ["gcp"] }]);
    expect(gatherFacts(judged(manifests, [waived as Finding]))).toEqual(open);
    const warned = gatherFacts(judged(manifests, [{ ...refused, action: "warn" }]));
    expect(warned.components).toMatchObject([{ provenAt: ["aws", "gcp"] }]);
  });

  it("takes nothing on a broken target for a proof", () => {
    const broken = { environment: "production", target: "gcp-one" };
    const facts = gatherFacts({ ...judged([]), diagnostics: [broken] } as unknown as Judged);
    expect(facts.components).toMatchObject([{ provenAt: ["aws"] }]);
    const everywhere = gatherFacts({ ...judged([]), diagnostics: [{}] } as unknown as Judged);
    expect(everywhere.components).toMatchObject([{ provenAt: [] }]);
  });

  it("has nothing for an environment that is not there", () => {
    expect(scoreLockIn(gatherFacts(judged([account("web", 4)]), "staging")).scored).toBe(false);
  });
});
