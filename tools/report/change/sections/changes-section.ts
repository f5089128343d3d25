import type { Comparison, ObjectChange } from "@altostrata/pipeline";
import { count } from "../../document/inline.ts";
import type { Hunk, Inline, Node, Section } from "../../document/node.ts";
import { classMessages } from "../../messages/changes.ts";
import { describeObject, describePlaces } from "../describe-change.ts";
import { hunksOf } from "../hunks.ts";

/** The most lines shown of one change, from its start and its end. */
const mostLines = 80;

/** Lists each change of manifests once, the most dangerous first, with its places and exceptions. */
export function changesSection({ changes }: Comparison): Section {
  const shown = changes.map(memoisedNode);
  const variants = [Infinity, 100, 50, 25, 12, 6, 3].map((most): readonly Node[] => [
    ...shown.slice(0, most).map((node) => node()),
    ...(changes.length > most ? [more(changes.slice(most))] : []),
  ]);
  const [first] = variants;
  return {
    name: "changes",
    title: "Manifests",
    rank: 9,
    variants:
      first && changes.length > 0
        ? [
            first,
            ...variants.filter((_, index) => index > 0),
            names(changes, 60),
            names(changes, 0),
          ]
        : [],
  };
}

function memoisedNode(change: ObjectChange): () => Node {
  let node: Node | undefined;
  return () => (node ??= changeNode(change, mostLines));
}

/** One change with at most `most` lines of its diff. */
export function changeNode(change: ObjectChange, most: number): Node {
  const { change: what, places, exceptions, classes, fields, causes, reversibility } = change;
  const oneWay = reversibility === "one-way" ? " - cannot be undone with a revert" : "";
  const summary: readonly Inline[] = [
    { strong: what },
    " ",
    { code: describeObject(change) },
    ` - ${classes.map((name) => classMessages[name]).join("; ")}${oneWay} - ${count(places.length, "target")}`,
  ];
  const hashed = fields.flatMap(({ path, hashes }) =>
    hashes ? [[{ code: path.join(".") }, ` changes because of ${hashes.join(", ")}`]] : [],
  );
  const facts: readonly (readonly Inline[])[] = [
    [`In ${describePlaces(places)}${shownAs(places)}`],
    ...(exceptions.length === 0 ? [] : [[`Not in ${describeExceptions(exceptions)}`]]),
    ...(causes.length === 0 ? [] : [["Caused by ", ...causes.flatMap(causeText)]]),
    ...hashed,
  ];
  return {
    kind: "details",
    summary,
    body: [
      { kind: "list", items: facts },
      { kind: "diff", hunks: cut(hunksOf(change), most) },
    ],
  };
}

/** The diff shows the names of one place; other places have their own environment, target and namespace. */
function shownAs([first, ...others]: ObjectChange["places"]): string {
  return first && others.length > 0 ? `; shown as in ${first.environment}/${first.target}` : "";
}

function causeText(
  { file, line }: ObjectChange["causes"][number],
  index: number,
): readonly Inline[] {
  const place: Inline = { code: `${file}:${line}` };
  return index === 0 ? [place] : [", ", place];
}

function describeExceptions(exceptions: ObjectChange["exceptions"]): string {
  const shown = exceptions
    .slice(0, 8)
    .map(({ environment, target, why }) => `${environment}/${target} (${why})`);
  const rest = exceptions.length > 8 ? ` and ${exceptions.length - 8} more` : "";
  return shown.join(", ") + rest;
}

/** Keeps the start and the end of a long diff, and counts the omitted lines between them. */
function cut(hunks: readonly Hunk[], most: number): readonly Hunk[] {
  const total = hunks.reduce((sum, { lines }) => sum + lines.length, 0);
  if (total <= most) return hunks;
  const all = hunks.flatMap(({ line, lines }) =>
    lines.map((text, index) => ({ line: line + index, text })),
  );
  const half = Math.floor(most / 2);
  const gap = {
    sign: " " as const,
    text: `... ${count(total - 2 * half, "line")} in the report ...`,
  };
  const part = (lines: typeof all): Hunk => ({
    line: lines[0]?.line ?? 1,
    lines: lines.map(({ text }) => text),
  });
  const beginning = part(all.slice(0, half));
  return [{ ...beginning, lines: [...beginning.lines, gap] }, part(all.slice(-half))];
}

function more(changes: readonly ObjectChange[]): Node {
  return {
    kind: "paragraph",
    text: [
      `${count(changes.length, "more change")} in the report, starting with: `,
      ...firstNames(changes),
    ],
  };
}

function firstNames(changes: readonly ObjectChange[]): readonly Inline[] {
  return changes.slice(0, 5).flatMap((change) => [{ code: describeObject(change) }, " "]);
}

function names(changes: readonly ObjectChange[], most: number): readonly Node[] {
  const list: Node = {
    kind: "list",
    items: changes
      .slice(0, most)
      .map((change) => [
        { strong: change.change },
        " ",
        { code: describeObject(change) },
        `, ${describePlaces(change.places, 3)}`,
      ]),
  };
  const left = changes.length - Math.min(most, changes.length);
  const rest: Node = {
    kind: "paragraph",
    text: [`${count(left, "more change")} in the report.`],
  };
  return [...(most > 0 ? [list] : []), ...(left > 0 ? [rest] : [])];
}
