import type { ComparedFinding, Comparison } from "@altostrata/pipeline";
import type { Inline, Node, Section } from "../../document/node.ts";
import { count } from "../../count.ts";
import { withCode } from "../../document/with-code.ts";
import { wordJudgement } from "../change-words.ts";
import { allRules } from "../all-rules.ts";
import { shortList } from "../short-list.ts";

/**
 * New findings and those that are judged more strictly in full, those that are gone, under a waiver or judged more mildly as numbers, and
 * what a change of the rules does.
 */
export function findingsSection({ findings, policies, diagnostics }: Comparison): Section {
  const open = findings.new.filter(({ waived }) => !waived);
  const waived = findings.new.length - open.length;
  // A rule that could not look has found nothing fixed.
  const gone = diagnostics.length === 0 ? "fixed" : "no longer found where rules could look";
  const tail: readonly Inline[] = [
    [
      ...(waived === 0 ? [] : [`${waived} new under a waiver`]),
      ...(findings.eased.length === 0
        ? []
        : [`${findings.eased.length} accepted or judged more mildly`]),
      ...(findings.fixed.length === 0 ? [] : [`${findings.fixed.length} ${gone}`]),
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
  const silent = touched === 0 && rules.length === 0;
  return {
    name: "findings",
    title: "Policy",
    rank: 5,
    variants: silent ? [] : [nodes(50), nodes(20), nodes(5)],
  };
}

function listOf(findings: readonly ComparedFinding[], most: number): readonly Node[] {
  return findings.length === 0 ? [] : [shortList(alike(findings).map(findingItem), most)];
}

/** What a rule says of several objects in the same words at the same line, as one finding in all their places. */
function alike(findings: readonly ComparedFinding[]): readonly ComparedFinding[] {
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
    plain ? " " : ` (${wordJudgement(finding)}) `,
    { code: `${at.file}:${at.line}` },
    " ",
    ...withCode(`${message}${where}. ${remediation}`),
  ];
}

/** Findings that a change of rules makes milder, as many as are read. */
const mostRejudged = 10;

/** As many rules as are read by name: a change of a severity's action is a change of all its rules. */
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
      changed.filter((name) => name !== allRules),
    ),
    ...(changed.includes(allRules)
      ? [
          [
            "The code of rules changed, or what they share; which, the diff of policies/rules says, and what it does to this estate stands here.",
          ],
        ]
      : []),
    ...(loosened.length === 0
      ? []
      : [[`The new rules are milder about ${count(loosened.length, "finding")}:`]]),
    // What a rule says, whether or not a waiver covers it.
    ...loosened.slice(0, mostRejudged).map(({ waiver: _waiver, ...one }) => findingItem(one)),
    ...(loosened.length > mostRejudged
      ? [[`${loosened.length - mostRejudged} more in the report`]]
      : []),
    ...(tightened.length === 0
      ? []
      : [[`The new rules are stricter about ${count(tightened.length, "finding")}.`]]),
  ];
  return items.length === 0 ? [] : [{ kind: "list", items }];
}
