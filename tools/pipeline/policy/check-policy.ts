import type { Diagnostic } from "../model/results/diagnostic.ts";
import type { Finding } from "../model/results/finding.ts";
import type { Proof } from "../model/results/proof.ts";
import type { TargetResult } from "../model/results/run-result.ts";
import { applyWaivers, type Waivable } from "./waivers/apply-waivers.ts";
import { findProofs } from "./proofs/find-proofs.ts";
import { environmentJudge, type EnvironmentJudge } from "./evaluate/judge-environment.ts";
import { judgeEstate, type EstateRequest } from "./evaluate/judge-estate.ts";
import type { JudgingRequest } from "./evaluate/judge-target.ts";
import {
  describeFailures,
  joinJudgements,
  type EnvironmentJudgement,
  type Judgement,
} from "./evaluate/judgement.ts";
import { lowerProven } from "./proofs/lower-proven.ts";
import type { PartOfTarget } from "./input/placed-parts.ts";
import { sortFindings } from "./findings/sort-findings.ts";

export interface PolicyRequest
  extends JudgingRequest, Pick<EstateRequest, "recallAnswer" | "recallPlaces"> {
  readonly targets: readonly TargetResult[];
  /** What earlier steps said: a target that something is wrong with proves nothing. */
  readonly diagnostics?: readonly Diagnostic[];
  /** For audits: every finding stays unwaived, and nothing is said of the waivers. */
  readonly ignoreWaivers?: boolean;
  /** Some of the estate was not rendered (faults, or a choice of targets), so a waiver without findings may still be needed. */
  readonly partial?: boolean;
  /** Gives the judgement of an environment where it is known already; all are judged when absent. */
  readonly judge?: EnvironmentJudge;
}

export interface PolicyResult {
  /** Sorted by place, rule, environment, target, object and path. */
  readonly findings: readonly Finding[];
  /** How many things each rule looked at, over all targets. */
  readonly considered: Readonly<Record<string, number>>;
  readonly proofs: readonly Proof[];
  readonly diagnostics: readonly Diagnostic[];
}

interface JudgedEnvironment {
  readonly targets: readonly TargetResult[];
  readonly judgement: EnvironmentJudgement;
}

/** Judges every environment and then the estate by the rules; a rule that could not be evaluated is a diagnostic, never "clean". */
export function checkPolicy(request: PolicyRequest): PolicyResult {
  const { policies, targets, diagnostics = [] } = request;
  const { judge = environmentJudge(request) } = request;
  const { rules } = policies.bundle;
  const environments = [...Map.groupBy(targets, ({ environment }) => environment)].map(
    ([environment, own]) => ({ targets: own, judgement: judge(environment, own) }),
  );
  const judged = joinJudgements(environments.map(({ judgement }) => judgement));
  const ofTargets = new Set(rules.filter(({ scope }) => scope === "target").map(({ id }) => id));
  const proofs = findProofs(targets, {
    diagnostics: [...diagnostics, ...policies.diagnostics, ...describeFailures(judged.failures)],
    findings: judged.findings.flatMap(({ finding }) =>
      ofTargets.has(finding.rule) ? finding : [],
    ),
  });
  const estate = (): Judgement =>
    judgeEstate({
      ...request,
      targets: environments.flatMap(partsOf),
      considered: judged.considered,
      proofs,
    });
  const all = request.targetsOnly ? judged : joinJudgements([judged, estate()]);
  const waived = withWaivers(
    lowerProven(withoutDoubles(all.findings), { rules, targets, proofs }),
    request,
  );
  return {
    findings: sortFindings(waived.findings),
    considered: all.considered,
    proofs,
    diagnostics: [
      ...policies.diagnostics,
      ...describeFailures(all.failures),
      ...waived.diagnostics,
    ],
  };
}

function partsOf({ targets, judgement: { parts } }: JudgedEnvironment): PartOfTarget[] {
  return targets.map((result, index) => {
    const part = parts[index];
    if (!part) throw new Error("a target that was not judged with its environment");
    return { result, part };
  });
}

/** What all environments share, several of them may find fault with in the same words. */
function withoutDoubles(findings: readonly Waivable[]): readonly Waivable[] {
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
  { policies, desiredState, asOf, partial = false, ignoreWaivers }: PolicyRequest,
): { readonly findings: readonly Finding[]; readonly diagnostics: readonly Diagnostic[] } {
  if (ignoreWaivers) return { findings: findings.map(({ finding }) => finding), diagnostics: [] };
  return applyWaivers(findings, {
    environments: desiredState.environments,
    rules: policies.bundle.rules,
    asOf,
    partial,
  });
}
