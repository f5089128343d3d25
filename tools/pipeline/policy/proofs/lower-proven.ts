import type { Finding } from "../../model/results/finding.ts";
import type { Proof } from "../../model/results/proof.ts";
import type { TargetSummary } from "../../model/results/target-summary.ts";
import type { Waivable } from "../waivers/apply-waivers.ts";
import type { RuleMetadata } from "../bundle/rule-metadata.ts";

interface Evidence {
  readonly rules: readonly RuleMetadata[];
  readonly targets: readonly TargetSummary[];
  readonly proofs: readonly Proof[];
}

/**
 * Lowers deny to warn for rules with `proof: lowers` if the component is proven at another provider, and adds that
 * proof to the finding.
 */
export function lowerProven(
  findings: readonly Waivable[],
  { rules, targets, proofs }: Evidence,
): readonly Waivable[] {
  const lowering = new Set(rules.filter(({ proof }) => proof === "lowers").map(({ id }) => id));
  const isAnswered = ({ rule, action }: Finding) => action === "deny" && lowering.has(rule);
  if (!findings.some(({ finding }) => isAnswered(finding))) return findings;
  return findings.map((waivable) => {
    const { finding } = waivable;
    const proof = isAnswered(finding) ? proofElsewhere(finding, { targets, proofs }) : undefined;
    return proof ? { ...waivable, finding: { ...finding, action: "warn", proof } } : waivable;
  });
}

function proofElsewhere(
  { environment, target, object, system, component = "" }: Finding,
  { targets, proofs }: Omit<Evidence, "rules">,
): Finding["proof"] {
  const result = targets.find((one) => one.environment === environment && one.target === target);
  const owner = result && result.systems.find(({ name }) => name === system);
  if (!owner || object === undefined) return undefined;
  const found = proofs.find(
    (proof) =>
      proof.aspect === "runs" &&
      proof.application === owner.application &&
      proof.component === component &&
      proof.provider !== result.provider,
  );
  return (
    found && { provider: found.provider, environment: found.environment, target: found.target }
  );
}
