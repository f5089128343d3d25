import { expect, it } from "vitest";
import type { Finding } from "../../model/results/finding.ts";
import type { Proof } from "../../model/results/proof.ts";
import type { TargetSummary } from "../../model/results/target-summary.ts";
import { lowerProven } from "./lower-proven.ts";
import type { RuleMetadata } from "../bundle/rule-metadata.ts";

const rules = [{ id: "LCK-005", proof: "lowers" }, { id: "LCK-001" }] as unknown as RuleMetadata[];

const targets = [
  {
    environment: "production",
    target: "aws-ireland",
    provider: "aws",
    manifests: 1,
    systems: [{ name: "shop", application: "storefront" }],
  },
] as unknown as TargetSummary[];

const elsewhere: Proof = {
  application: "storefront",
  component: "web",
  aspect: "runs",
  provider: "gcp",
  environment: "staging",
  target: "gcp-belgium",
  system: "shop",
};

function judged(proofs: readonly Proof[], change: Partial<Finding> = {}): Finding | undefined {
  const finding = {
    rule: "LCK-005",
    action: "deny",
    environment: "production",
    target: "aws-ireland",
    object: "Table/shop/carts",
    system: "shop",
    component: "web",
    ...change,
  } as Finding;
  const [lowered] = lowerProven([{ finding, namedPath: "kind" }], { rules, targets, proofs });
  return lowered?.finding;
}

it("lowers a finding to warn if its component is proven at another provider, with that proof", () => {
  expect(judged([elsewhere])).toMatchObject({
    action: "warn",
    proof: { provider: "gcp", environment: "staging", target: "gcp-belgium" },
  });
});

it.each([
  ["at its own provider", { provider: "aws" }],
  ["of another component", { component: "jobs" }],
  ["of the same component of another application", { application: "blog" }],
  ["of a backup", { aspect: "backup" as const }],
])("ignores a proof %s", (_, change) => {
  expect(judged([{ ...elsewhere, ...change }])).toMatchObject({ action: "deny" });
});

it.each([
  ["a rule that no proof lowers", { rule: "LCK-001" }],
  ["an object of an unknown system", { system: "blog" }],
])("keeps findings of %s", (_, change) => {
  expect(judged([elsewhere], change)).not.toHaveProperty("proof");
  expect(judged([elsewhere], change)?.action).toBe("deny");
});

it("does not raise an inform to a warn", () => {
  expect(judged([elsewhere], { action: "inform" })?.action).toBe("inform");
});
