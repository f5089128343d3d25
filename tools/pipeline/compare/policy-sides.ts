import type { PolicySides } from "../diff/findings/compare-policies.ts";
import type { RunResult } from "../model/results/run-result.ts";
import type { Policies } from "../policy/bundle/load-policies.ts";
import { runResolved } from "../run.ts";
import type { Both } from "./run-both.ts";
import type { ResolvedEstate, Steps } from "../steps.ts";
import { ruleContext } from "../policy/evaluate/rule-context.ts";

/** Evaluates the head with the rules of both sides, to detect loosened rules. Returns undefined if the rules are equal. */
export async function policySides(
  { base, head }: Both<ResolvedEstate>,
  result: RunResult,
  steps: Steps,
): Promise<PolicySides | undefined> {
  const baseRules = digestsOf(base.rules.policies);
  const headRules = digestsOf(head.rules.policies);
  if (JSON.stringify(baseRules) === JSON.stringify(headRules)) return undefined;
  const byBase = await runResolved(withPolicies(head, base.rules.policies), steps);
  return { baseRules, headRules, byBase: byBase.findings, byHead: result.findings };
}

/** Returns the estate with other rules. */
export function withPolicies(estate: ResolvedEstate, policies: Policies): ResolvedEstate {
  return { ...estate, rules: ruleContext({ ...estate.rules, policies }) };
}

/** Returns digests that change with a rule or its severity. All compiled rules share one digest. */
function digestsOf({ bundle, settings }: Policies): Readonly<Record<string, string>> {
  const entries = bundle.rules.map((rule): [string, string] => {
    const layers = settings.map((layer) => [
      layer.settings.applies,
      layer.settings.actions?.[rule.severity],
      layer.settings.rules?.[rule.id],
    ]);
    return [rule.id, JSON.stringify([rule.severity, rule.parameters, layers])];
  });
  return { ...Object.fromEntries(entries), "compiled rules": bundle.digest };
}
