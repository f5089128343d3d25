import type { Diagnostic } from "../../model/results/diagnostic.ts";
import type { Proof } from "../../model/results/proof.ts";
import type { TargetSummary } from "../../model/results/target-summary.ts";
import type { Policies } from "../bundle/load-policies.ts";
import { describeFailures, type RuleResults } from "../evaluate/rule-results.ts";
import { findProofs } from "./find-proofs.ts";

/** Finds what targets prove after their rules were evaluated; `diagnostics` are those of earlier steps. */
export function prove(
  targets: readonly TargetSummary[],
  results: RuleResults,
  { policies, diagnostics }: { policies: Policies; diagnostics: readonly Diagnostic[] },
): readonly Proof[] {
  const { rules } = policies.bundle;
  const ofTargets = new Set(rules.filter(({ scope }) => scope === "target").map(({ id }) => id));
  return findProofs(targets, {
    diagnostics: [...diagnostics, ...policies.diagnostics, ...describeFailures(results.failures)],
    findings: results.findings.flatMap(({ finding }) =>
      ofTargets.has(finding.rule) ? finding : [],
    ),
  });
}
