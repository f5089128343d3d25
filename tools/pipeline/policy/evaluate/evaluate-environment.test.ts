import { describe, expect, it } from "vitest";
import type { RenderedTarget } from "../../model/results/rendered-target.ts";
import { evaluateEnvironment } from "./evaluate-environment.ts";
import { ruleContext } from "./rule-context.ts";
import type { Policies } from "../bundle/load-policies.ts";
import type { Evaluation, RawFinding } from "../bundle/policy-bundle.ts";
import type { EnvironmentInput, EstateInput, TargetInput } from "../input/policy-input.ts";
import type { RuleMetadata } from "../bundle/rule-metadata.ts";
import { evaluateRules } from "../testing/evaluate-rules.ts";
import { sampleEstate, sampleManifest } from "../testing/sample-policy.ts";

type Input = TargetInput | EnvironmentInput | EstateInput;
type Answer = (input: Input) => readonly Omit<RawFinding, "rule">[];

/** A bundle with one rule. `evaluate` records its requests. */
function policiesOf(metadata: Partial<RuleMetadata>, answer: Answer = () => []) {
  const rule = {
    id: "TOP-900",
    aliases: [],
    title: "Sample",
    family: "topology",
    severity: "high",
    remediation: "Do otherwise.",
    scope: "environment",
    folder: "topology/sample",
    line: 1,
    ...metadata,
  } as unknown as RuleMetadata;
  const requests: Input[] = [];
  const evaluate = ({ json, scope }: { json: string; scope: string }): Evaluation => {
    const input = JSON.parse(json) as Input;
    requests.push(input);
    if (scope !== rule.scope) return { findings: [], considered: {}, failures: [] };
    const findings = answer(input).map((finding) => ({ rule: rule.id, ...finding }));
    return { findings, considered: { [rule.id]: 1 }, failures: [] };
  };
  const policies: Policies = {
    bundle: { rules: [rule], digest: "sample", evaluate },
    settings: [],
    diagnostics: [],
    digest: "sample",
  };
  return { policies, requests };
}

const cluster = {
  apiVersion: "postgresql.cnpg.io/v1",
  kind: "Cluster",
  metadata: { name: "orders", namespace: "shop" },
  spec: { instances: 3, imageName: "registry.example.com/postgresql:17" },
};

const asOf = "2026-11-24";

/** The environments `production` and `staging`, each on two targets with the same manifests. */
function twoEnvironments() {
  const { desiredState, targets } = sampleEstate([sampleManifest(cluster)]);
  const [first] = targets;
  const [production] = desiredState.environments;
  if (!first || !production) throw new Error("the sample has a target and an environment");
  const staging = {
    ...production,
    name: "staging",
    value: { ...production.value, tier: "staging" },
  };
  const places = ["production", "staging"].flatMap((environment) =>
    ["aws-frankfurt", "gcp-belgium"].map((target): RenderedTarget => ({
      ...first,
      environment,
      target,
    })),
  );
  return {
    desiredState: { ...desiredState, environments: [production, staging] } as typeof desiredState,
    targets: places,
  };
}

describe("rules about an environment", () => {
  it("see only that environment and the fields of its manifests that their metadata reads", () => {
    const { policies, requests } = policiesOf({
      reads: { "postgresql.cnpg.io/Cluster": ["spec.instances"] },
    });
    evaluateRules({ policies, asOf, ...twoEnvironments() });
    const inputs = requests.filter((input) => input.scope === "environment");
    expect(inputs.map(({ environments }) => Object.keys(environments))).toEqual([
      ["production"],
      ["staging"],
    ]);
    for (const { resources } of inputs)
      expect(resources.map(({ target, object }) => [target, object])).toEqual([
        ["aws-frankfurt", { spec: { instances: 3 } }],
        ["gcp-belgium", { spec: { instances: 3 } }],
      ]);
  });

  it("get the parameters of its tier", () => {
    const { policies, requests } = policiesOf({
      parameters: { mostDays: { type: "integer", default: 30 } },
    });
    const settings = [
      {
        file: "policies/settings/staging.yaml",
        settings: {
          applies: { tier: "staging" },
          rules: { "TOP-900": { parameters: { mostDays: 90 } } },
        },
      },
    ] as unknown as Policies["settings"];
    evaluateRules({ policies: { ...policies, settings }, asOf, ...twoEnvironments() });
    const days = requests
      .filter((input) => input.scope === "environment")
      .map(({ parameters }) => parameters["TOP-900"]?.["mostDays"]);
    expect(days).toEqual([30, 90]);
  });

  it("report a shared problem once, and an environment's own problem in each", () => {
    const shared = policiesOf({}, () => [{ path: ["applications", "shop"], message: "unsaid" }]);
    const { findings } = evaluateRules({ policies: shared.policies, asOf, ...twoEnvironments() });
    expect(findings).toHaveLength(1);
    expect(findings[0]?.environment).toBeUndefined();
    const own = policiesOf({}, (input) => {
      const [name = ""] = Object.keys((input as EnvironmentInput).environments);
      return [{ path: ["environments", name, "tier"], message: "unsaid" }];
    });
    const named = evaluateRules({ policies: own.policies, asOf, ...twoEnvironments() }).findings;
    expect(new Set(named.map(({ environment }) => environment))).toEqual(
      new Set(["production", "staging"]),
    );
  });

  it("point at the manifest with the problem, on its target", () => {
    const { policies } = policiesOf(
      { reads: { "postgresql.cnpg.io/Cluster": ["spec.instances"] } },
      () => [{ path: ["resources", 1, "object", "spec", "instances"], message: "too few" }],
    );
    const { findings } = evaluateRules({ policies, asOf, ...twoEnvironments() });
    expect(findings).toMatchObject([
      { environment: "production", target: "gcp-belgium", object: "Cluster/shop/orders" },
      { environment: "staging", target: "gcp-belgium", object: "Cluster/shop/orders" },
    ]);
  });

  it("report their failure with the environment", () => {
    const { policies } = policiesOf({});
    const failing: Policies["bundle"]["evaluate"] = ({ scope }) => ({
      findings: [],
      considered: {},
      failures: scope === "environment" ? [{ rule: "TOP-900", reason: "out of memory" }] : [],
    });
    const bundle = { ...policies.bundle, evaluate: failing };
    const { diagnostics } = evaluateRules({
      policies: { ...policies, bundle },
      asOf,
      ...twoEnvironments(),
    });
    expect(diagnostics).toMatchObject([
      { code: "policy-rule-failed", environment: "production", args: { rules: ["TOP-900"] } },
      { code: "policy-rule-failed", environment: "staging", args: { rules: ["TOP-900"] } },
    ]);
  });

  it("are skipped if a bundle of an earlier commit has none", () => {
    const { policies, requests } = policiesOf({ scope: "estate" });
    evaluateRules({ policies, asOf, ...twoEnvironments() });
    expect(requests.map(({ scope }) => scope)).toEqual([
      ...Array.from({ length: 4 }, () => "target"),
      "estate",
    ]);
  });
});

describe("the part of an environment in the estate's input", () => {
  it("lists an image of a system once, on the first target that names it", () => {
    const { policies } = policiesOf({ scope: "estate" });
    const { desiredState, targets } = twoEnvironments();
    const { parts } = evaluateEnvironment(
      "production",
      targets.filter(({ environment }) => environment === "production"),
      ruleContext({ policies, desiredState, asOf }),
    );
    const pulled = parts.map(({ resources }) =>
      resources.flatMap(({ pulls }) => pulls.map(({ image }) => image.reference)),
    );
    expect(pulled).toEqual([["registry.example.com/postgresql:17"], []]);
  });
});
