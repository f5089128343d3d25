import type { PolicyChange } from "../model/comparison.ts";
import type { Finding } from "../model/finding.ts";
import { changedRules } from "./changed-rules.ts";
import { groupFindings } from "./compare-findings.ts";
import type { Redactor } from "./redact-object.ts";

/** The rules of two states, and what each set says about the newer state. */
export interface PolicySides {
  /** A digest of each rule's content and strictness, by rule. */
  readonly baseRules: Readonly<Record<string, string>>;
  readonly headRules: Readonly<Record<string, string>>;
  /** Findings about the head by the base's rules, and by its own. */
  readonly byBase: readonly Finding[];
  readonly byHead: readonly Finding[];
}

/** Which rules changed, and which findings a change of rules alone makes disappear or appear: a loosened rule shows. */
export function comparePolicies(
  { baseRules, headRules, byBase, byHead }: PolicySides,
  redactor: Redactor,
): PolicyChange {
  const today = new Set(byHead.map(severityOf));
  const before = new Set(byBase.map(severityOf));
  return {
    ...changedRules(baseRules, headRules),
    loosened: groupFindings(
      byBase.filter((finding) => !today.has(severityOf(finding))),
      redactor,
    ),
    tightened: groupFindings(
      byHead.filter((finding) => !before.has(severityOf(finding))),
      redactor,
    ),
  };
}

/** A finding that only warns where it denied is another finding. */
export function severityOf({ fingerprint, action }: Finding): string {
  return `${fingerprint} ${action}`;
}
