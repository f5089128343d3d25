import type { Manifest, Proof } from "@altostrata/pipeline";
import { describe, expect, it } from "vitest";
import { gatherFacts, type RenderedRun } from "../testing/gather-facts.ts";
import { scoreLockIn } from "../score-lock-in.ts";

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

function view(provider: string, leads: boolean): object {
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

function proof(provider: string, environment = "production"): Proof {
  return {
    application: "shop",
    component: "web",
    aspect: "runs",
    provider,
    environment,
    target: `${provider}-one`,
    system: "shop",
  };
}

const bothProven = [proof("aws"), proof("gcp")];

/** The parts of a run over one system at two providers that scores read. */
function judged(
  manifests: readonly Manifest[],
  proofs: readonly Proof[] = bothProven,
): RenderedRun {
  const result = (provider: string, leads: boolean, own: readonly Manifest[]): object => ({
    environment: "production",
    target: `${provider}-one`,
    provider,
    systems: [{ view: view(provider, leads), patches: [] }],
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
      environments: [
        { name: "production", value: { tier: "production" }, systems: [] },
        { name: "staging", value: { tier: "staging" }, systems: [] },
      ],
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
    proofs,
  } as unknown as RenderedRun;
}

describe("gatherFacts", () => {
  it("finds each surface once per component, with its first place and its proof", () => {
    const { bindings } = gatherFacts(judged([account("web", 9), account("web-jobs", 4)]));
    expect(
      bindings.map(({ surface, component, proof, at }) => [surface, component, proof, at.line]),
    ).toEqual([
      ["names", "", undefined, 1],
      ["archive", "orders", undefined, 1],
      ["roles", "web", "gcp", 4],
    ]);
  });

  it("returns the same score for any spread of a surface over objects", () => {
    const one = scoreLockIn(gatherFacts(judged([account("web", 4)])));
    const three = judged([account("a", 4), account("b", 8), account("c", 12)]);
    expect(scoreLockIn(gatherFacts(three))).toEqual(one);
  });

  it("reads sizes, prices and exit costs", () => {
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

  it("prefers the proof under the strictest settings, for any provider name", () => {
    const staged = [proof("azure", "staging"), proof("gcp")];
    const { bindings } = gatherFacts(judged([account("web", 4)], staged));
    expect(bindings.find(({ surface }) => surface === "roles")).toMatchObject({
      proof: "gcp",
      provenIn: { environment: "production", target: "gcp-one" },
    });
  });

  it("ignores a proof at the binding's own provider", () => {
    const { bindings, components } = gatherFacts(judged([account("web", 4)], [proof("aws")]));
    expect(bindings.filter((one) => one.proof !== undefined)).toEqual([]);
    expect(components).toMatchObject([{ provenAt: ["aws"] }]);
  });

  it("returns no facts for an unknown environment", () => {
    expect(scoreLockIn(gatherFacts(judged([account("web", 4)]), "staging")).scored).toBe(false);
  });
});
