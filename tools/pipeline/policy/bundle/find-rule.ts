import type { RuleMetadata } from "./rule-metadata.ts";

/** The rule that has this id, or had it before; undefined when no rule ever did. */
export function findRule(rules: readonly RuleMetadata[], id: string): RuleMetadata | undefined {
  return rules.find((rule) => rule.id === id) ?? rules.find((rule) => rule.aliases.includes(id));
}
