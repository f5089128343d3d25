import type { Comparison } from "@altostrata/pipeline";
import type { Inline, Section } from "../../document/node.ts";
import { count } from "../../count.ts";
import { allRules } from "../all-rules.ts";
import { wordPlaces } from "../change-words.ts";
import { judge, type Verdict } from "../verdict.ts";

const words: Readonly<Record<Verdict, readonly [sign: string, text: string]>> = {
  refused: ["\u{1F6D1}", "Do not merge"],
  careful: ["\u26A0\uFE0F", "Read before merging"],
  look: ["\u{1F50E}", "Changes what runs"],
  judged: ["\u{1F50E}", "Changes nothing that runs, but what is judged"],
  harmless: ["\u2705", "Changes nothing that runs"],
  nothing: ["\u2705", "No manifest changes"],
};

/** Is it safe to merge: one line with the reason, and what was compared. */
export function verdictSection(comparison: Comparison): Section {
  const { verdict, refused } = judge(comparison);
  const [sign, title] = words[verdict];
  const { base, head, targets, unread, unchangedTargets } = comparison;
  const touched = new Set([...targets, ...unread].map((one) => `${one.environment}/${one.target}`));
  const because =
    verdict === "refused"
      ? `: ${count(refused, "problem")} in the new state.`
      : reasonsOf(comparison) + (verdict === "nothing" ? unmoved(comparison) : "");
  const compared: readonly Inline[] = [
    "From ",
    { code: sideName(base) },
    " to ",
    { code: sideName(head) },
    `, ${count(head.manifests, "manifest")} on ${count(touched.size + unchangedTargets, "target")}, judged as of ${comparison.asOf}.`,
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
  const rules = named.filter((name) => name !== allRules).length;
  const reasons = [
    ...(objects > 0 ? [`${count(objects, "object")} on ${count(targets.length, "target")}`] : []),
    ...(rules > 0 ? [`${count(rules, "rule")} added, removed or changed`] : []),
    ...(rules === 0 && named.length > 0 ? ["the code of rules changed"] : []),
    ...(findings.eased.length > 0
      ? [`${count(findings.eased.length, "finding")} accepted or judged more mildly`]
      : []),
  ];
  return reasons.length === 0 ? "." : `: ${reasons.join("; ")}.`;
}

/** What was compared too and stays, so that nobody wonders whether a file that changes nothing was read. */
function unmoved({ findings, lockIn }: Comparison): string {
  const stays = [
    ...(findings.fixed.length === 0 ? ["findings"] : []),
    "topology",
    ...(lockIn && Object.values(lockIn).every(({ length }) => length === 0)
      ? ["figures of lock-in"]
      : []),
  ];
  const last = stays.at(-1) ?? "";
  const list = stays.length > 1 ? `${stays.slice(0, -1).join(", ")} and ${last}` : last;
  return ` ${list.slice(0, 1).toUpperCase()}${list.slice(1)} ${stays.length > 1 ? "stay" : "stays"} as ${stays.length > 1 ? "they are" : "it is"}.`;
}

/** What the comparison could not see, so that nobody takes silence for an answer. */
function limitsOf({ base, unread }: Comparison): readonly (readonly Inline[])[] {
  return [
    ...(unread.length === 0
      ? []
      : [
          [
            `Problems keep some of the new state from being made in ${wordPlaces(unread)}. What they hide is not compared: nothing is said of what it adds, changes or removes.`,
          ],
        ]),
    ...(base.diagnostics === 0
      ? []
      : [
          [
            { code: base.label },
            ` has ${count(base.diagnostics, "problem")} of its own: what could not be made of it is shown as added.`,
          ],
        ]),
    ...(base.leftOutKeys === undefined ? [] : [leftOutSentence(base.label, base.leftOutKeys)]),
  ];
}

/** How many keys a sentence names. */
const namedKeys = 5;

function leftOutSentence(label: string, keys: readonly string[]): readonly Inline[] {
  const named = keys
    .slice(0, namedKeys)
    .flatMap((key, index): Inline[] => [index === 0 ? "" : ", ", { code: key }]);
  const more = keys.length > namedKeys ? ` and ${keys.length - namedKeys} more` : "";
  return [
    { code: label },
    ` says ${count(keys.length, "thing")} that the definitions do not know any more: `,
    ...named,
    `${more}. These tools make nothing of them, so both states are compared without.`,
  ];
}

function sideName({ label, commit }: Comparison["base"]): string {
  return commit === undefined ? label : `${label} (${commit.slice(0, 12)})`;
}
