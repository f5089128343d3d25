import type { Comparison } from "@altostrata/pipeline";
import { codeList, count } from "../../document/inline.ts";
import type { Inline, Section } from "../../document/node.ts";
import { compiledRules, describePlaces } from "../describe-change.ts";
import { decideVerdict, type Verdict } from "../verdict.ts";

const titles: Readonly<Record<Verdict, readonly [sign: string, text: string]>> = {
  refused: ["\u{1F6D1}", "Do not merge"],
  careful: ["\u26A0\uFE0F", "Read before merging"],
  look: ["\u{1F50E}", "Changes running workloads"],
  policy: ["\u{1F50E}", "Changes policy results only"],
  harmless: ["\u2705", "No effect on running workloads"],
  nothing: ["\u2705", "No manifest changes"],
};

/** Whether the change is safe to merge and why, and what was compared. */
export function verdictSection(comparison: Comparison): Section {
  const { verdict, refused } = decideVerdict(comparison);
  const [sign, title] = titles[verdict];
  const { base, head, targets, unread, unchangedTargets } = comparison;
  const touched = new Set([...targets, ...unread].map((one) => `${one.environment}/${one.target}`));
  const because =
    verdict === "refused"
      ? `: ${count(refused, "problem")} in the new state.`
      : reasonsOf(comparison) + (verdict === "nothing" ? unchangedParts(comparison) : "");
  const compared: readonly Inline[] = [
    "From ",
    { code: sideName(base) },
    " to ",
    { code: sideName(head) },
    `, ${count(head.manifests, "manifest")} on ${count(touched.size + unchangedTargets, "target")} as of ${comparison.asOf}.`,
  ];
  const lines = [[`${sign} `, { strong: title }, because], compared, ...limitsOf(comparison)];
  return {
    name: "verdict",
    title: "",
    rank: 0,
    variants: [lines.map((text) => ({ kind: "paragraph", text }))],
  };
}

function reasonsOf({ changes, targets, findings, policies }: Comparison): string {
  const objects = changes.reduce((sum, { places }) => sum + places.length, 0);
  const named = policies ? [...policies.added, ...policies.removed, ...policies.changed] : [];
  const rules = named.filter((name) => name !== compiledRules).length;
  const reasons = [
    ...(objects > 0 ? [`${count(objects, "object")} on ${count(targets.length, "target")}`] : []),
    ...(rules > 0 ? [`${count(rules, "rule")} added, removed or changed`] : []),
    ...(rules === 0 && named.length > 0 ? ["the compiled rules changed"] : []),
    ...(findings.eased.length > 0
      ? [`${count(findings.eased.length, "finding")} accepted or relaxed`]
      : []),
  ];
  return reasons.length === 0 ? "." : `: ${reasons.join("; ")}.`;
}

/** Names what was compared and did not change, to show that a file without effect was read. */
function unchangedParts({ findings, lockIn }: Comparison): string {
  const unchanged = [
    ...(findings.fixed.length === 0 ? ["findings"] : []),
    "topology",
    ...(lockIn && Object.values(lockIn).every(({ length }) => length === 0)
      ? ["lock-in figures"]
      : []),
  ];
  return ` Unchanged: ${unchanged.join(", ")}.`;
}

/** States what was not compared, so that reviewers do not read it as unchanged. */
function limitsOf({ base, unread }: Comparison): readonly (readonly Inline[])[] {
  return [
    ...(unread.length === 0
      ? []
      : [
          [
            `The new state has problems that prevent a complete comparison in ${describePlaces(unread)}. Changes there may be missing from this report.`,
          ],
        ]),
    ...(base.diagnostics === 0
      ? []
      : [
          [
            { code: base.label },
            ` has ${count(base.diagnostics, "problem")} of its own: objects that it could not render are shown as added.`,
          ],
        ]),
    ...(base.leftOutKeys === undefined ? [] : [leftOutSentence(base.label, base.leftOutKeys)]),
  ];
}

/** Keys named in the sentence; the others are counted. */
const namedKeys = 5;

function leftOutSentence(label: string, keys: readonly string[]): readonly Inline[] {
  return [
    { code: label },
    ` uses ${count(keys.length, "key")} that the current definitions do not have: `,
    ...codeList(keys, namedKeys),
    ". Both states are compared without them.",
  ];
}

function sideName({ label, commit }: Comparison["base"]): string {
  return commit === undefined ? label : `${label} (${commit.slice(0, 12)})`;
}
