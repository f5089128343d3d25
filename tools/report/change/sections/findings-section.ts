import type { ComparedFinding, Comparison } from "@altostrata/pipeline";
import type { Inline, Node, Section } from "../../document/node.ts";
import { count } from "../change-words.ts";
import { shortList } from "../short-list.ts";

/** New findings in full, those that are gone and those under a waiver as numbers, and what a change of the rules does. */
export function findingsSection({ findings, policies }: Comparison): Section {
  const open = findings.new.filter(({ waived }) => !waived);
  const waived = findings.new.length - open.length;
  const tail: readonly Inline[] = [
    `${count(waived, "new finding is", "new findings are")} waived, ${findings.fixed.length} fixed, ${findings.unchanged} unchanged.`,
  ];
  const rules = policies ? policyNodes(policies) : [];
  const nodes = (most: number): readonly Node[] => [
    ...listOf(open, most),
    { kind: "paragraph", text: tail },
    ...rules,
  ];
  const silent = findings.new.length + findings.fixed.length === 0 && rules.length === 0;
  return {
    name: "findings",
    title: "Policy",
    rank: 5,
    variants: silent ? [] : [nodes(50), nodes(20), nodes(5)],
  };
}

function listOf(findings: readonly ComparedFinding[], most: number): readonly Node[] {
  return findings.length === 0 ? [] : [shortList(findings.map(findingItem), most)];
}

function findingItem(finding: ComparedFinding): readonly Inline[] {
  const { rule, severity, action, message, remediation, at, places } = finding;
  const where = places.length > 1 ? ` (${count(places.length, "place")})` : "";
  return [
    { strong: `${rule} ${severity}` },
    action === "deny" ? " " : ` (${action}) `,
    { code: `${at.file}:${at.line}` },
    ` ${message}${where}. ${remediation}`,
  ];
}

function policyNodes(policies: NonNullable<Comparison["policies"]>): readonly Node[] {
  const { added, removed, changed, loosened, tightened } = policies;
  const names = (label: string, rules: readonly string[]) =>
    rules.length === 0 ? [] : [[`Rules ${label}: ${rules.join(", ")}`]];
  const items = [
    ...names("added", added),
    ...names("removed", removed),
    ...names("changed", changed),
    ...(loosened.length === 0
      ? []
      : [[`The old rules refuse ${count(loosened.length, "thing")} that the new ones let pass:`]]),
    ...loosened.slice(0, 10).map(findingItem),
    ...(tightened.length === 0
      ? []
      : [
          [
            `The new rules say no to ${count(tightened.length, "thing")} that the old ones let pass.`,
          ],
        ]),
  ];
  return items.length === 0 ? [] : [{ kind: "list", items }];
}
