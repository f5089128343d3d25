import type { ComparedFinding, Comparison, ObjectChange } from "@altostrata/pipeline";
import type { Inline, Node, Section } from "../../document/node.ts";
import { reversibilityWords } from "../../words/changes.ts";
import { count } from "../../count.ts";
import { withCode } from "../../document/with-code.ts";
import { wordJudgement, wordObject, wordPlaces, wordReason } from "../change-words.ts";
import { isDangerous, isDangerousClass } from "../verdict.ts";

/** As many as a person reads with care. */
const mostRead = 10;

/** Names of one item that are read; the rest is counted. */
const mostNames = 4;

/** What must be read: diagnostics and refused findings of the new state, and each
 * dangerous change with its reasons and its way back, and what is accepted from now on. */
export function mustReadSection({ diagnostics, findings, policies, changes }: Comparison): Section {
  const denied = findings.new.filter(({ action, waived }) => action === "deny" && !waived);
  const dangerous = changes.filter(isDangerous);
  const items = [
    ...diagnostics.map(diagnosticItem),
    ...denied.map(findingItem),
    ...alike(dangerous).map(changesItem),
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

function diagnosticItem({ code, text, at }: Comparison["diagnostics"][number]): readonly Inline[] {
  return [{ code: `${at.file}:${at.line}` }, ` ${code}: `, ...withCode(shorten(text))];
}

function findingItem({ rule, at, message }: ComparedFinding): readonly Inline[] {
  return [{ code: `${at.file}:${at.line}` }, ` ${rule}: `, ...withCode(shorten(message))];
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
    ...new Set(findings.map(({ rule, was, action }) => `${rule} ${was} -> ${action}`)),
  ];
  const shown = rules.slice(0, mostNames).join(", ");
  const rest = rules.length > mostNames ? ` and ${rules.length - mostNames} more` : "";
  return [
    { strong: "rules" },
    ` become milder about ${count(findings.length, "finding")}: ${shown}${rest}.`,
  ];
}

/** What the reader must know of a change, without its object's name. */
function wordDanger({ reasons, reversibility }: ObjectChange): string {
  const dangers = reasons.filter((reason) => isDangerousClass(reason.class));
  const told = new Map(
    (dangers.length > 0 ? dangers : reasons).toReversed().map((reason) => [reason.code, reason]),
  );
  const words = [...told.values()].toReversed().slice(0, 3).map(wordReason);
  return `${words.join(" ")} To undo: ${reversibilityWords[reversibility]}.`;
}

/** Changes of which the same must be known: of objects of one kind, or of any that only get another name. */
function alike(changes: readonly ObjectChange[]): readonly (readonly ObjectChange[])[] {
  const groups = Map.groupBy(changes, (change) =>
    [change.change, change.change === "renamed" ? "" : change.object.kind, wordDanger(change)].join(
      "\0",
    ),
  );
  return [...groups.values()];
}

function changesItem(changes: readonly ObjectChange[]): readonly Inline[] {
  const [first] = changes;
  if (!first) return [];
  const names = [...new Set(changes.map(wordObject))];
  const shown = names
    .slice(0, mostNames)
    .flatMap((name, index): Inline[] => [index === 0 ? " " : ", ", { code: name }]);
  const rest = names.length > mostNames ? ` and ${names.length - mostNames} more` : "";
  const places = uniquePlaces(changes.flatMap((change) => change.places));
  return [
    { strong: verbs[first.change] },
    ...shown,
    `${rest}: ${wordDanger(first)} In ${wordPlaces(places)}.`,
  ];
}

function uniquePlaces(places: ObjectChange["places"]): ObjectChange["places"] {
  const unique = new Map(places.map((place) => [`${place.environment}/${place.target}`, place]));
  return [...unique.values()];
}

const verbs: Readonly<Record<ObjectChange["change"], string>> = {
  added: "added",
  removed: "removed",
  changed: "changed",
  renamed: "renamed",
};

function more(number: number): Node {
  return { kind: "paragraph", text: [`${number} more like these in the report.`] };
}

function shorten(text: string): string {
  return text.length > 300 ? `${text.slice(0, 300)} ...` : text;
}
