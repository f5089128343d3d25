import type { ComparedFinding, Comparison, TopologyChange } from "@altostrata/pipeline";
import type { Inline, Node, Section } from "../../document/node.ts";
import { count } from "../../count.ts";
import { withCode } from "../../document/with-code.ts";
import { wordJudgement } from "../change-words.ts";
import { lowersTier } from "../verdict.ts";
import { dangerItems } from "./danger-items.ts";

/** As many as a person reads with care. */
const mostRead = 10;

/** Names of one item that are read; the rest is counted. */
const mostNames = 4;

/** What must be read: diagnostics and refused findings of the new state, and each
 * dangerous change with its reasons and its way back, and what is accepted from now on. */
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
    title: "Read this",
    rank: 1,
    variants: items.length === 0 ? [] : [list(mostRead), list(5), list(3)],
  };
}

/** What is wrong in the same way at several places is read once, with the first of them. */
function diagnosticItems(diagnostics: Comparison["diagnostics"]): readonly (readonly Inline[])[] {
  const alike = Map.groupBy(diagnostics, ({ code, text }) => [code, text].join("\0"));
  return [...alike.values()].flatMap((group) => {
    const [first, ...others] = group;
    if (!first) return [];
    const more = others.length === 0 ? "" : ` So at ${count(others.length, "more place")}.`;
    return [[...diagnosticItem(first), more]];
  });
}

function diagnosticItem({ code, text, at }: Comparison["diagnostics"][number]): readonly Inline[] {
  return [{ code: `${at.file}:${at.line}` }, ` ${code}: `, ...withCode(shorten(text))];
}

/** A rule that says the same of many things is read once for each thing, and counted from the third on. */
function deniedItems(findings: readonly ComparedFinding[]): readonly (readonly Inline[])[] {
  const rules = Map.groupBy(findings, ({ rule, was }) => `${rule} ${was}`);
  return [...rules.values()].flatMap((group) => {
    const items = uniqueItems(group.map(findingItem));
    const [first = [], second = [], ...others] = items;
    if (others.length === 0) return items;
    return [first, [...second, `; ${count(others.length, "finding")} more of this rule`]];
  });
}

function uniqueItems(items: readonly (readonly Inline[])[]): readonly (readonly Inline[])[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}

function findingItem(finding: ComparedFinding): readonly Inline[] {
  const { rule, at, message, was } = finding;
  const judged = was === undefined ? "" : ` (${wordJudgement(finding)})`;
  return [{ code: `${at.file}:${at.line}` }, ` ${rule}${judged}: `, ...withCode(shorten(message))];
}

function tierItem({
  environment,
  system,
  base = "",
  head = "",
}: TopologyChange): readonly Inline[] {
  return [
    { strong: "milder rules" },
    ` for ${environment}/${system}: judged as ${head}, was ${base}.`,
  ];
}

/** One waiver may accept many findings, and is read once. */
function easedItems(findings: readonly ComparedFinding[]): readonly (readonly Inline[])[] {
  const groups = Map.groupBy(findings, (finding) => `${finding.rule} (${wordJudgement(finding)})`);
  return [...groups].map(([judged, group]): readonly Inline[] => {
    const [first] = group;
    const others = group.length > 1 ? ` and ${count(group.length - 1, "finding")} more` : "";
    return [
      { strong: "accepted" },
      ` ${judged}: `,
      ...withCode(shorten(first?.message ?? "")),
      others,
    ];
  });
}

function loosenedItem(findings: readonly ComparedFinding[]): readonly Inline[] {
  const rules = [
    ...new Set(
      findings.map(
        ({ waiver: _waiver, ...finding }) => `${finding.rule} ${wordJudgement(finding)}`,
      ),
    ),
  ];
  const shown = rules.slice(0, mostNames).join(", ");
  const rest = rules.length > mostNames ? ` and ${rules.length - mostNames} more` : "";
  return [
    { strong: "rules" },
    ` become milder about ${count(findings.length, "finding")}: ${shown}${rest}.`,
  ];
}

function more(number: number): Node {
  return { kind: "paragraph", text: [`${number} more like these in the report.`] };
}

function shorten(text: string): string {
  return text.length > 300 ? `${text.slice(0, 300)} ...` : text;
}
