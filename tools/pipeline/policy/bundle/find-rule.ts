import type { RuleMetadata } from "./rule-metadata.ts";

/** Returns the rule with this id or alias. */
export function findRule(rules: readonly RuleMetadata[], id: string): RuleMetadata | undefined {
  return rules.find((rule) => rule.id === id) ?? rules.find((rule) => rule.aliases.includes(id));
}
