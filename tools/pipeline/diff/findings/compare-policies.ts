import type { PolicyChange } from "../../model/comparison/comparison.ts";
import type { Finding } from "../../model/results/finding.ts";
import { changedRules } from "./changed-rules.ts";
import { groupFindings } from "./compare-findings.ts";
import type { Redactor } from "../../secrets/create-redactor.ts";
import { stricterThan, strictestActions } from "./strictness.ts";

/** The rules of two states, and the findings of each set about the newer state. */
export interface PolicySides {
  /** A digest of each rule's content and strictness, by rule. */
  readonly baseRules: Readonly<Record<string, string>>;
  readonly headRules: Readonly<Record<string, string>>;
  /** Findings about the head by the base's rules, and by its own. */
  readonly byBase: readonly Finding[];
  readonly byHead: readonly Finding[];
}

/**
 * Lists the changed rules and the findings that become milder or stricter only because rules changed. A loosened rule
 * cannot hide.
 */
export function comparePolicies(
  { baseRules, headRules, byBase, byHead }: PolicySides,
  redactor: Redactor,
): PolicyChange {
  const [before, today] = [strictestActions(byBase), strictestActions(byHead)];
  const loosened = stricterThan(byBase, byHead).map((finding) => ({
    ...finding,
    was: finding.action,
    action: today.get(finding.fingerprint) ?? "off",
  }));
  const tightened = stricterThan(byHead, byBase).map((finding) => ({
    ...finding,
    was: before.get(finding.fingerprint) ?? "off",
  }));
  return {
    ...changedRules(baseRules, headRules),
    loosened: groupFindings(loosened, redactor),
    tightened: groupFindings(tightened, redactor),
  };
}
