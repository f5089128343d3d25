import type { Policies } from "./policy/bundle/load-policies.ts";
import { ruleContext } from "./policy/evaluate/rule-context.ts";
import type { ResolvedEstate } from "./steps.ts";

/** The same estate, to be evaluated by other rules. */
export function withPolicies(estate: ResolvedEstate, policies: Policies): ResolvedEstate {
  return { ...estate, rules: ruleContext({ ...estate.rules, policies }) };
}
