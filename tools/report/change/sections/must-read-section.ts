import {
  uniqueBy,
  type ComparedFinding,
  type Comparison,
  type TopologyChange,
} from "@altostrata/pipeline";
import { count } from "../../document/inline.ts";
import type { Inline, Node, Section } from "../../document/node.ts";
import { describeOutcome } from "../describe-change.ts";
import { lowersTier } from "../verdict.ts";
import { dangerItems } from "./danger-items.ts";

/** As many items as a reviewer reads carefully. */
const mostRead = 10;

/** Rules named in one item; the others are counted. */
const mostNames = 4;

/** Lists what reviewers must read: problems of the new state, dangerous changes and newly accepted findings. */
export function mustReadSection({
  diagnostics,
  findings,
  policies,
  changes,
  topology,
}: Comparison): Section {
  const denied = findings.new.filter(({ action, waived }) => action === "deny" && !waived);
  const items = [
    ...diagnosticItems(diagnostics),
    ...deniedItems(denied),
    ...dangerItems(changes),
    ...topology.filter(lowersTier).map(tierItem),
    ...easedItems(findings.eased),
    ...(policies && policies.loosened.length > 0 ? [loosenedItem(policies.loosened)] : []),
  ];
  const list = (most: number): readonly Node[] => [
    { kind: "list", items: items.slice(0, most) },
    ...(items.length > most ? [more(items.length - most)] : []),
  ];
  return {
    name: "must-read",
    title: "Read first",
    rank: 1,
    variants: items.length === 0 ? [] : [list(mostRead), list(5), list(3)],
  };
}

/** Shows the same problem at several places once, at the first of them. */
function diagnosticItems(diagnostics: Comparison["diagnostics"]): readonly (readonly Inline[])[] {
  const groups = Map.groupBy(diagnostics, ({ code, text }) => [code, text].join("\0"));
  return [...groups.values()].flatMap((group) => {
    const [first, ...others] = group;
    if (!first) return [];
    const more = others.length === 0 ? "" : ` Also in ${count(others.length, "other place")}.`;
    return [[...diagnosticItem(first), more]];
  });
}

function diagnosticItem({ code, text, at }: Comparison["diagnostics"][number]): readonly Inline[] {
  return [{ code: `${at.file}:${at.line}` }, ` ${code}: `, { message: shorten(text) }];
}

/** Shows two findings per rule in full and counts the others. */
function deniedItems(findings: readonly ComparedFinding[]): readonly (readonly Inline[])[] {
  const rules = Map.groupBy(findings, ({ rule, was }) => `${rule} ${was}`);
  return [...rules.values()].flatMap((group) => {
    const items = uniqueItems(group.map(findingItem));
    const [first = [], second = [], ...others] = items;
    if (others.length === 0) return items;
    return [first, [...second, `; ${count(others.length, "more finding")} of this rule`]];
  });
}

function uniqueItems(items: readonly (readonly Inline[])[]): readonly (readonly Inline[])[] {
  return uniqueBy(items, (item) => JSON.stringify(item));
}

function findingItem(finding: ComparedFinding): readonly Inline[] {
  const { rule, at, message, was } = finding;
  const outcome = was === undefined ? "" : ` (${describeOutcome(finding)})`;
  return [{ code: `${at.file}:${at.line}` }, ` ${rule}${outcome}: `, { message: shorten(message) }];
}

function tierItem({
  environment,
  system,
  base = "",
  head = "",
}: TopologyChange): readonly Inline[] {
  return [
    { strong: "less strict rules" },
    ` for ${environment}/${system}: tier ${head} (was ${base}).`,
  ];
}

/** Shows a waiver once, even if it accepts many findings. */
function easedItems(findings: readonly ComparedFinding[]): readonly (readonly Inline[])[] {
  const groups = Map.groupBy(
    findings,
    (finding) => `${finding.rule} (${describeOutcome(finding)})`,
  );
  return [...groups].map(([outcome, group]): readonly Inline[] => {
    const [first] = group;
    const others = group.length > 1 ? ` and ${count(group.length - 1, "more finding")}` : "";
    return [
      { strong: "accepted" },
      ` ${outcome}: `,
      { message: shorten(first?.message ?? "") },
      others,
    ];
  });
}

function loosenedItem(findings: readonly ComparedFinding[]): readonly Inline[] {
  const rules = [
    ...new Set(
      findings.map(
        ({ waiver: _waiver, ...finding }) => `${finding.rule} ${describeOutcome(finding)}`,
      ),
    ),
  ];
  const shown = rules.slice(0, mostNames).join(", ");
  const rest = rules.length > mostNames ? ` and ${rules.length - mostNames} more` : "";
  return [
    { strong: "relaxed rules" },
    ` affect ${count(findings.length, "finding")}: ${shown}${rest}.`,
  ];
}

function more(number: number): Node {
  return { kind: "paragraph", text: [`${count(number, "more item")} in the report.`] };
}

function shorten(text: string): string {
  return text.length > 300 ? `${text.slice(0, 300)} ...` : text;
}
