import { placeText, type RunResult } from "@altostrata/pipeline";
import { count } from "../count.ts";
import { escapeText } from "../escape-text.ts";
import { groupProblems, type Problem } from "./group-problems.ts";
import { skippedMessage } from "./skipped-message.ts";
import { painter, type Paint } from "../paint.ts";
import { summarise, type Summary } from "./summarise.ts";
import { alignTable } from "../table.ts";

export interface TextOptions {
  /** Colours, for terminals only. */
  readonly colour?: boolean;
  /** Show in full what only informs, too; else it is counted. */
  readonly all?: boolean;
  /** How long the run took; for terminals only, since it differs each time. */
  readonly seconds?: number;
}

/** A run as text for people: a table, each problem with its place, and one closing line. */
export function reportText(result: RunResult, options: TextOptions = {}): string {
  const paint = painter(options.colour ?? false);
  const summary = summarise(result);
  const table = result.targets.length === 0 ? [] : [...tableLines(summary, paint), ""];
  return [
    ...table,
    ...problemLines(options.all ? result : withoutInforming(result), paint),
    ...(options.all ? [] : informingLines(result, paint)),
    ...waivedLines(result, paint),
    ...leftOutLines(result, paint),
    closingLine(result, summary, { paint, seconds: options.seconds }),
    "",
  ].join("\n");
}

/** The problems of a run that nobody waived, each as a paragraph. */
export function problemLines(
  { diagnostics, findings }: Pick<RunResult, "diagnostics" | "findings">,
  paint: Paint,
): string[] {
  const problems = groupProblems(
    diagnostics,
    findings.filter(({ waiver }) => !waiver),
  );
  const explained = new Set<string>();
  return problems.flatMap((problem) => [...describe(problem, { paint, explained }), ""]);
}

function tableLines({ rows, total }: Summary, paint: Paint): string[] {
  const cells = (row: Summary["total"]): string[] =>
    [row.manifests, row.diagnostics, row.findings, row.waived].map(String);
  const [head, ...body] = alignTable(
    [
      ["ENVIRONMENT", "TARGET", "MANIFESTS", "DIAGNOSTICS", "FINDINGS", "WAIVED"],
      ...rows.map((row) => [
        escapeText(row.environment) || "(estate)",
        escapeText(row.target) || "(all)",
        ...cells(row),
      ]),
      ["total", "", ...cells(total)],
    ],
    2,
  );
  const painted = body.map((line, index) => {
    const row = rows[index];
    if (!row) return paint("bold", line);
    return row.diagnostics + row.findings > 0 ? paint("yellow", line) : line;
  });
  return [paint("bold", head ?? ""), ...painted];
}

interface Describing {
  readonly paint: Paint;
  /** Reasons and remedies that were printed already: the same ones are not repeated for each place. */
  readonly explained: Set<string>;
}

function describe(problem: Problem, { paint, explained }: Describing): string[] {
  const { at, code, severity, action, what, why, fix } = problem;
  const style = action === "deny" ? "red" : "yellow";
  const level =
    action === "deny" ? (severity ?? "") : `${action}${severity ? `, ${severity}` : ""}`;
  const heading = `${paint("bold", escapeText(placeText(at)))}  ${paint(style, code)}${level === "" ? "" : ` (${level})`}`;
  const lines = [heading, `  ${escapeText(what)}`];
  const explanation = `${why}\0${fix}`;
  if (!explained.has(explanation)) {
    explained.add(explanation);
    lines.push(
      `  ${paint("dim", "why:")} ${escapeText(why)}`,
      `  ${paint("dim", "fix:")} ${escapeText(fix)}`,
    );
  }
  return [...lines, ...details(problem, paint)];
}

const mostListed = 6;

/** Enough digits for any estate to tell its findings apart, and few enough to read. */
const shownDigits = 12;

function details({ objects, path, related, where, fingerprints }: Problem, paint: Paint): string[] {
  const line = (label: string, texts: readonly string[]): string[] =>
    texts.length === 0 ? [] : [`  ${paint("dim", label)} ${shorten(texts)}`];
  const found = objects
    .map((object) => (path === undefined ? object : `${object} ${path}`).trim())
    .filter((text) => text !== "");
  return [
    ...line("in:", found),
    ...line("see:", related.map(placeText)),
    ...line("for:", where),
    ...line(
      "id:",
      fingerprints.map((text) => text.slice(0, shownDigits)),
    ),
  ];
}

function shorten(texts: readonly string[]): string {
  const shown = texts.slice(0, mostListed).map(escapeText).join(", ");
  return texts.length > mostListed ? `${shown} and ${texts.length - mostListed} more` : shown;
}

function withoutInforming<Result extends Pick<RunResult, "findings">>(result: Result): Result {
  return { ...result, findings: result.findings.filter(({ action }) => action !== "inform") };
}

function informingLines({ findings }: RunResult, paint: Paint): string[] {
  const informing = findings.filter(({ action, waiver }) => action === "inform" && !waiver);
  if (informing.length === 0) return [];
  const rules = [...Map.groupBy(informing, ({ rule }) => rule)]
    .map(([rule, { length }]) => `${rule}${length === 1 ? "" : ` ${length} times`}`)
    .sort();
  const number = count(informing.length, "finding only informs", "findings only inform");
  return [paint("dim", `${number}: ${rules.join(", ")}. --all shows them.`)];
}

function waivedLines({ findings }: RunResult, paint: Paint): string[] {
  const ends = findings.flatMap(({ waiver }) => waiver?.expires ?? []).sort();
  if (ends.length === 0) return [];
  const text = `${count(ends.length, "finding is", "findings are")} waived; the first waiver ends on ${ends[0]}.`;
  return [paint("dim", text)];
}

function leftOutLines({ leftOut = [] }: RunResult, paint: Paint): string[] {
  return leftOut.length === 0 ? [] : [paint("dim", skippedMessage(leftOut))];
}

function closingLine(
  result: RunResult,
  { total, refused, clean }: Summary,
  { paint, seconds }: { paint: Paint; seconds: number | undefined },
): string {
  const took = seconds === undefined ? "" : ` in ${seconds.toFixed(1)} s`;
  const checked = `${count(total.manifests, "manifest")} on ${count(result.targets.length, "target")}${took}`;
  const informing = result.findings.filter(({ action, waiver }) => action === "inform" && !waiver);
  const others = total.diagnostics + total.findings - refused - informing.length;
  const warnings = others === 0 ? "" : `, ${count(others, "warning")}`;
  if (clean) return paint("green", `Clean: ${checked}${warnings}.`);
  if (refused === 0) return paint("red", "Nothing was checked: no manifest was rendered.");
  return paint("red", `Refused: ${count(refused, "problem")}${warnings}; ${checked}.`);
}
