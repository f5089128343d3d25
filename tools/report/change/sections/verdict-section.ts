import type { Comparison } from "@altostrata/pipeline";
import type { Inline, Section } from "../../document/node.ts";
import { count } from "../change-words.ts";
import { judge, type Verdict } from "../verdict.ts";

const words: Readonly<Record<Verdict, readonly [sign: string, text: string]>> = {
  refused: ["\u{1F6D1}", "Do not merge"],
  careful: ["\u26A0\uFE0F", "Read before merging"],
  look: ["\u{1F50E}", "Changes what runs"],
  harmless: ["\u2705", "Changes nothing that runs"],
  nothing: ["\u2705", "No manifest changes"],
};

/** Is it safe to merge: one line with the reason, and what was compared. */
export function verdictSection(comparison: Comparison): Section {
  const { verdict, refused } = judge(comparison);
  const [sign, title] = words[verdict];
  const { base, head, targets, unchangedTargets, changes } = comparison;
  const objects = changes.reduce((sum, { places }) => sum + places.length, 0);
  const because: readonly Inline[] =
    verdict === "refused"
      ? [`: ${count(refused, "problem")} in the new state.`]
      : [`: ${count(objects, "object")} on ${count(targets.length, "target")}`, "."];
  const compared: readonly Inline[] = [
    "From ",
    { code: sideName(base) },
    " to ",
    { code: sideName(head) },
    `, ${count(head.manifests, "manifest")} on ${count(targets.length + unchangedTargets, "target")}, judged as of ${comparison.asOf}.`,
  ];
  return {
    name: "verdict",
    title: "",
    rank: 0,
    variants: [
      [
        { kind: "paragraph", text: [`${sign} `, { strong: title }, ...because] },
        { kind: "paragraph", text: compared },
      ],
    ],
  };
}

function sideName({ label, commit }: Comparison["base"]): string {
  return commit === undefined ? label : `${label} (${commit.slice(0, 12)})`;
}
