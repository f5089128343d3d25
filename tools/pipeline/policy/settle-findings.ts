import type { Diagnostic } from "../model/results/diagnostic.ts";
import type { Finding } from "../model/results/finding.ts";
import type { Proof } from "../model/results/proof.ts";
import type { TargetSummary } from "../model/results/target-summary.ts";
import type { RuleContext } from "./evaluate/rule-context.ts";
import { describeFailures, type RuleResults } from "./evaluate/rule-results.ts";
import { sortFindings } from "./findings/sort-findings.ts";
import { lowerProven } from "./proofs/lower-proven.ts";
import { applyWaivers, type Waivable } from "./waivers/apply-waivers.ts";

export interface SettleRequest {
  readonly context: RuleContext;
  readonly targets: readonly TargetSummary[];
  readonly proofs: readonly Proof[];
  /** For audits: all findings stay unwaived, and waivers are not checked. */
  readonly ignoreWaivers?: boolean;
  /** Some of the estate is not rendered (problems, or selected targets), so an unused waiver may still be needed. */
  readonly partial?: boolean;
}

export interface PolicyResult {
  /** Sorted by place, rule, environment, target, object and path. */
  readonly findings: readonly Finding[];
  /** The number of things that each rule examined on all targets. */
  readonly considered: Readonly<Record<string, number>>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Turns the results of all rules into unique findings, lowers proven ones and applies waivers. Failed rules become
 * diagnostics.
 */
export function settleFindings(results: RuleResults, request: SettleRequest): PolicyResult {
  const { policies } = request.context;
  const { rules } = policies.bundle;
  const lowered = lowerProven(distinct(results.findings), { ...request, rules });
  const waived = withWaivers(lowered, request);
  return {
    findings: sortFindings(waived.findings),
    considered: results.considered,
    diagnostics: [
      ...policies.diagnostics,
      ...describeFailures(results.failures),
      ...waived.diagnostics,
    ],
  };
}

/** Several environments can report the same finding about a shared file; keep the first. */
function distinct(findings: readonly Waivable[]): readonly Waivable[] {
  const known = new Set<string>();
  return findings.filter(({ finding: { environment, fingerprint, message } }) => {
    if (environment !== undefined) return true;
    const key = `${fingerprint} ${message}`;
    const isFirst = !known.has(key);
    known.add(key);
    return isFirst;
  });
}

function withWaivers(
  findings: readonly Waivable[],
  { context, partial = false, ignoreWaivers = false }: SettleRequest,
): { readonly findings: readonly Finding[]; readonly diagnostics: readonly Diagnostic[] } {
  if (ignoreWaivers) return { findings: findings.map(({ finding }) => finding), diagnostics: [] };
  return applyWaivers(findings, {
    environments: context.desiredState.environments,
    rules: context.policies.bundle.rules,
    asOf: context.asOf,
    partial,
  });
}
