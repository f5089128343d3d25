import type { Comparison, ObjectChange, TopologyChange } from "@altostrata/pipeline";

/** The answer to "is it safe to merge", worst first. */
export type Verdict = "refused" | "careful" | "look" | "judged" | "harmless" | "nothing";

/** Classes that nobody should learn about after the merge. */
const dangerous: ReadonlySet<string> = new Set([
  "data-loss",
  "recreation",
  "stop",
  "privilege",
  "exposure",
  "secret",
]);

/** What changes how a system is judged and not what runs. */
const isDeclared: ReadonlySet<string> = new Set(["declared-changed", "tier-changed"]);

/** What a comparison means for a merge, and how many things stand against it. */
export function judge(comparison: Comparison): { verdict: Verdict; refused: number } {
  const { diagnostics, findings, changes, topology } = comparison;
  const denied = findings.new.filter(({ action, waived }) => action === "deny" && !waived);
  const refused = diagnostics.length + denied.length;
  if (refused > 0) return { verdict: "refused", refused };
  if (changes.some(isDangerous) || isLenient(comparison) || changesHands(comparison))
    return { verdict: "careful", refused };
  const runs = changes.some(({ classes }) => classes.some((name) => name !== "cosmetic"));
  const declared = topology.filter(({ what }) => isDeclared.has(what));
  if (runs || topology.length > declared.length) return { verdict: "look", refused };
  if (comparison.policies || findings.new.length + declared.length > 0)
    return { verdict: "judged", refused };
  return { verdict: changes.length > 0 ? "harmless" : "nothing", refused };
}

/** Whether the change accepts what was refused: by a waiver, by a rule that became milder, or by a tier with milder rules. */
function isLenient({ findings, policies, topology }: Comparison): boolean {
  const loosened = policies?.loosened.length ?? 0;
  return findings.eased.length + loosened > 0 || topology.some(lowersTier);
}

/** From the tier that is judged most strictly to the least. */
const tiers = ["production", "staging", "development"];

/** Whether a system is judged by milder rules from now on. */
export function lowersTier({ what, base = "", head = "" }: TopologyChange): boolean {
  return what === "tier-changed" && tiers.indexOf(head) > tiers.indexOf(base);
}

/** Whether objects that run go to another name, whose delivery must take them over. */
function changesHands({ renames = [] }: Comparison): boolean {
  return renames.some(({ kept }) => kept > 0);
}

/** Whether a change must be read before anything else: danger, or no way back by reverting. */
export function isDangerous({ classes, reversibility }: ObjectChange): boolean {
  return classes.some(isDangerousClass) || reversibility === "one-way";
}

/** Whether nobody should learn about a change of this class after the merge. */
export function isDangerousClass(name: string): boolean {
  return dangerous.has(name);
}
