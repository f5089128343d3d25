import type { ComparedFinding, Comparison, ObjectChange } from "@altostrata/pipeline";
import type { Inline, Node, Section } from "../../document/node.ts";
import { reversibilityWords } from "../../words/changes.ts";
import { wordObject, wordPlaces, wordReason } from "../change-words.ts";
import { isDangerous } from "../verdict.ts";

/** As many as a person reads with care. */
const mostRead = 10;

/** What must be read: diagnostics and refused findings of the new state, and each dangerous change with its reason and its way back. */
export function mustReadSection({ diagnostics, findings, changes }: Comparison): Section {
  const denied = findings.new.filter(({ action, waived }) => action === "deny" && !waived);
  const dangerous = changes.filter(isDangerous);
  const items = [
    ...diagnostics.map(diagnosticItem),
    ...denied.map(findingItem),
    ...dangerous.map(changeItem),
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
  return [{ code: `${at.file}:${at.line}` }, ` ${code}: `, shorten(text)];
}

function findingItem({ rule, at, message }: ComparedFinding): readonly Inline[] {
  return [{ code: `${at.file}:${at.line}` }, ` ${rule}: `, shorten(message)];
}

function changeItem(change: ObjectChange): readonly Inline[] {
  const [reason] = change.reasons;
  return [
    { strong: verbs[change.change] },
    " ",
    { code: wordObject(change) },
    `: ${reason ? wordReason(reason) : ""} To undo: ${reversibilityWords[change.reversibility]}. `,
    `In ${wordPlaces(change.places)}.`,
  ];
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
