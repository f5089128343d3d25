import type { Comparison, ObjectChange, TopologyChange } from "@altostrata/pipeline";

/** Whether a change is safe to merge, the worst first. */
export type Verdict = "refused" | "careful" | "look" | "policy" | "harmless" | "nothing";

/** Classes that reviewers must know about before the merge. */
const dangerous: ReadonlySet<string> = new Set([
  "data-loss",
  "recreation",
  "stop",
  "privilege",
  "exposure",
  "secret",
]);

/** Topology changes that affect rules but not running workloads. */
const policyFacts: ReadonlySet<string> = new Set(["declared-changed", "tier-changed"]);

/** Decides whether a comparison is safe to merge, and counts the problems that refuse it. */
export function decideVerdict(comparison: Comparison): { verdict: Verdict; refused: number } {
  const { diagnostics, findings, changes, topology } = comparison;
  const denied = findings.new.filter(({ action, waived }) => action === "deny" && !waived);
  const refused = diagnostics.length + denied.length;
  if (refused > 0) return { verdict: "refused", refused };
  if (changes.some(isDangerous) || relaxesPolicy(comparison) || needsHandover(comparison))
    return { verdict: "careful", refused };
  const runs = changes.some(({ classes }) => classes.some((name) => name !== "cosmetic"));
  const declared = topology.filter(({ what }) => policyFacts.has(what));
  if (runs || topology.length > declared.length) return { verdict: "look", refused };
  if (comparison.policies || findings.new.length + declared.length > 0)
    return { verdict: "policy", refused };
  return { verdict: changes.length > 0 ? "harmless" : "nothing", refused };
}

/** Whether the change accepts refused findings: by a waiver, a relaxed rule or a less strict tier. */
function relaxesPolicy({ findings, policies, topology }: Comparison): boolean {
  const loosened = policies?.loosened.length ?? 0;
  return findings.eased.length + loosened > 0 || topology.some(lowersTier);
}

/** Tiers, the strictest first. */
const tiers = ["production", "staging", "development"];

/** Whether less strict rules apply to a system from now on. */
export function lowersTier({ what, base = "", head = "" }: TopologyChange): boolean {
  return what === "tier-changed" && tiers.indexOf(head) > tiers.indexOf(base);
}

/** Whether the delivery tool must hand running objects over to another name. */
function needsHandover({ renames = [] }: Comparison): boolean {
  return renames.some(({ kept }) => kept > 0);
}

/** Whether reviewers must read a change first: it is dangerous, or a revert does not undo it. */
export function isDangerous({ classes, reversibility }: ObjectChange): boolean {
  return classes.some(isDangerousClass) || reversibility === "one-way";
}

/** Whether reviewers must know about a change of this class before the merge. */
export function isDangerousClass(name: string): boolean {
  return dangerous.has(name);
}
