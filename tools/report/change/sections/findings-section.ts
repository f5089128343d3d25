import type { ComparedFinding, Comparison } from "@altostrata/pipeline";
import { count, shortList } from "../../document/inline.ts";
import type { Inline, Node, Section } from "../../document/node.ts";
import { compiledRules, describeOutcome } from "../describe-change.ts";

/** Lists new and stricter findings, counts fixed, waived and relaxed ones, and describes changed rules. */
export function findingsSection({ findings, policies, diagnostics }: Comparison): Section {
  const open = findings.new.filter(({ waived }) => !waived);
  const waived = findings.new.length - open.length;
  // With problems in the new state, some objects were not checked.
  const fixed =
    diagnostics.length === 0 ? "fixed" : "no longer found in the objects that were checked";
  const tail: readonly Inline[] = [
    [
      ...(waived === 0 ? [] : [`${waived} new and waived`]),
      ...(findings.eased.length === 0 ? [] : [`${findings.eased.length} accepted or relaxed`]),
      ...(findings.fixed.length === 0 ? [] : [`${findings.fixed.length} ${fixed}`]),
      `${findings.unchanged} unchanged.`,
    ].join(", "),
  ];
  const rules = policies ? policyNodes(policies) : [];
  const nodes = (most: number): readonly Node[] => [
    ...listOf(open, most),
    { kind: "paragraph", text: tail },
    ...rules,
  ];
  const touched = findings.new.length + findings.eased.length + findings.fixed.length;
  const isEmpty = touched === 0 && rules.length === 0;
  return {
    name: "findings",
    title: "Policy",
    rank: 5,
    variants: isEmpty ? [] : [nodes(50), nodes(20), nodes(5)],
  };
}

function listOf(findings: readonly ComparedFinding[], most: number): readonly Node[] {
  return findings.length === 0 ? [] : [shortList(mergeEqual(findings).map(findingItem), most)];
}

/** Merges findings with the same message at the same line. */
function mergeEqual(findings: readonly ComparedFinding[]): readonly ComparedFinding[] {
  const groups = Map.groupBy(findings, ({ rule, action, was, waived, at, message }) =>
    JSON.stringify([rule, action, was, waived, at, message]),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ ...first, places: group.flatMap(({ places }) => places) }] : [];
  });
}

function findingItem(finding: ComparedFinding): readonly Inline[] {
  const { rule, severity, action, message, remediation, at, places, was, waived } = finding;
  const where = places.length > 1 ? ` (${count(places.length, "place")})` : "";
  const plain = action === "deny" && was === undefined && !waived;
  return [
    { strong: `${rule} ${severity}` },
    plain ? " " : ` (${describeOutcome(finding)}) `,
    { code: `${at.file}:${at.line}` },
    " ",
    { message: `${message}${where}. ${remediation}` },
  ];
}

/** Findings of relaxed rules that are listed; the others are counted. */
const mostRelaxed = 10;

/** Rules listed by name. A new action for a severity changes all its rules. */
const mostRules = 12;

function namesOf(rules: readonly string[]): string {
  const left = rules.length - mostRules;
  return [...rules.slice(0, mostRules), ...(left > 0 ? [`and ${left} more`] : [])].join(", ");
}

function policyNodes(policies: NonNullable<Comparison["policies"]>): readonly Node[] {
  const { added, removed, changed, loosened, tightened } = policies;
  const names = (label: string, rules: readonly string[]) =>
    rules.length === 0 ? [] : [[`Rules ${label}: ${namesOf(rules)}`]];
  const items = [
    ...names("added", added),
    ...names("removed", removed),
    ...names(
      "changed",
      changed.filter((name) => name !== compiledRules),
    ),
    ...(changed.includes(compiledRules)
      ? [
          [
            "The compiled rules or their shared code changed. See the diff of policies/rules for the change; this section shows its effect on this estate.",
          ],
        ]
      : []),
    ...(loosened.length === 0
      ? []
      : [[`Relaxed rules affect ${count(loosened.length, "finding")}:`]]),
    // The outcome of the rule itself, without a waiver.
    ...loosened.slice(0, mostRelaxed).map(({ waiver: _waiver, ...one }) => findingItem(one)),
    ...(loosened.length > mostRelaxed
      ? [[`${loosened.length - mostRelaxed} more in the report`]]
      : []),
    ...(tightened.length === 0
      ? []
      : [[`Stricter rules affect ${count(tightened.length, "finding")}.`]]),
  ];
  return items.length === 0 ? [] : [{ kind: "list", items }];
}
