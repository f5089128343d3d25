import { placeText, type RunResult } from "@altostrata/pipeline";
import { codeList, count, problemLine } from "../document/inline.ts";
import type { Fact, Inline, Node, ProblemNode, Section } from "../document/node.ts";
import { groupProblems, openProblems, problemsBySeverity, type Problem } from "./group-problems.ts";
import { nothingChecked, summarise, type Summary } from "./summarise.ts";

/** The differences between the forms of a report. */
interface Form {
  /** Appended to the checked objects in the verdict, such as ` in 0.4 s`. */
  readonly checked?: string;
  readonly order: "place" | "severity";
  /** Whether findings that only inform are counted instead of shown. */
  readonly countsInforming?: boolean;
}

/** The parts of a run's report. Each form prints them in its own order. */
export interface RunSections {
  readonly targets: Section;
  readonly problems: Section;
  readonly waived: Section;
  /** Checks that were skipped. */
  readonly skipped: Section;
  readonly verdict: Section;
}

/** Builds the content of a run's report for all of its forms. */
export function runSections(result: RunResult, form: Form): RunSections {
  const summary = summarise(result);
  const fixed = { title: "", rank: 0 };
  return {
    targets: targetsSection(summary),
    problems: problemsSection(result, form),
    waived: waivedSection(result),
    skipped: { ...fixed, name: "skipped", variants: [skippedNodes(result)] },
    verdict: { ...fixed, name: "verdict", variants: [[verdict(result, summary, form)]] },
  };
}

function targetsSection({ rows, total }: Summary): Section {
  const figures = (row: Summary["total"]): readonly Inline[][] =>
    [row.manifests, row.diagnostics, row.findings, row.waived].map((figure) => [String(figure)]);
  const table: Node = {
    kind: "table",
    head: ["environment", "target", "manifests", "diagnostics", "findings", "waived"],
    rows: [
      ...rows.map((row) => {
        const environment = row.environment || "(estate)";
        const hasProblems = row.diagnostics + row.findings > 0;
        return [
          [hasProblems ? { strong: environment } : environment],
          [row.target || "(all)"],
          ...figures(row),
        ];
      }),
      [[{ strong: "total" }], [""], ...figures(total)],
    ],
    numbersFrom: 2,
  };
  return {
    name: "targets",
    title: "Targets",
    rank: 1,
    variants: [
      rows.length === 0 ? [] : [table],
      [paragraph(`Omitted: ${count(rows.length, "row")}.`)],
    ],
  };
}

const mostListed = 100;

function problemsSection(result: RunResult, { order, countsInforming }: Form): Section {
  const hidden = countsInforming ? result.findings.filter(informs) : [];
  const shown = {
    ...result,
    findings: result.findings.filter((one) => !countsInforming || !informs(one)),
  };
  const problems = order === "place" ? openProblems(shown) : problemsBySeverity(shown);
  const nodes = problemNodes(problems);
  const left = problems.length - mostListed;
  return {
    name: "problems",
    title: "Problems",
    rank: 2,
    variants: [
      [...nodes, ...informingNodes(hidden)],
      [
        { kind: "list", items: nodes.slice(0, mostListed).map(problemLine) },
        ...(left > 0 ? [paragraph(`Omitted: ${count(left, "less severe problem")}.`)] : []),
      ],
      [paragraph(`Omitted: ${count(problems.length, "problem")}.`)],
    ],
  };
}

/** Problems as nodes, with the texts that all forms print. */
export function problemNodes(problems: readonly Problem[]): readonly ProblemNode[] {
  return problems.map((problem) => {
    const { at, code, action, severity, what } = problem;
    const level = [...(action === "deny" ? [] : [action]), ...(severity ? [severity] : [])];
    return {
      kind: "problem",
      at: placeText(at),
      code,
      level: level.join(", "),
      tone: action === "deny" ? "bad" : "warning",
      what,
      facts: factsOf(problem),
    };
  });
}

const mostNames = 6;

/** Enough digits to tell the findings of any estate apart, and few enough to read. */
const shownDigits = 12;

function factsOf(problem: Problem): readonly Fact[] {
  const { why, fix, objects, path = "", related, where, fingerprints } = problem;
  const fact = (label: string, names: readonly string[]): Fact[] =>
    names.length === 0 ? [] : [{ label, text: codeList(names, mostNames) }];
  const found = objects.map((object) => `${object} ${path}`.trim()).filter((text) => text !== "");
  return [
    { label: "why", text: [{ message: why }] },
    { label: "fix", text: [{ message: fix }] },
    ...fact("in", found),
    ...fact("see", related.map(placeText)),
    ...fact("for", where),
    ...fact(
      "id",
      fingerprints.map((text) => text.slice(0, shownDigits)),
    ),
  ];
}

function informs({ action, waiver }: RunResult["findings"][number]): boolean {
  return action === "inform" && !waiver;
}

function informingNodes(findings: RunResult["findings"]): readonly Node[] {
  if (findings.length === 0) return [];
  const rules = [...Map.groupBy(findings, ({ rule }) => rule)]
    .map(([rule, { length }]) => `${rule}${length === 1 ? "" : ` (${length})`}`)
    .sort();
  const number = count(findings.length, "informational finding");
  return [quiet(`${number}: ${rules.join(", ")}. --all shows them.`)];
}

function waivedSection({ findings }: RunResult): Section {
  const waived = findings.filter(({ waiver }) => waiver);
  const [first] = waived.flatMap(({ waiver }) => waiver?.expires ?? []).sort();
  const sentence = quiet(
    `${count(waived.length, "finding is", "findings are")} waived; the first waiver ends on ${first}.`,
  );
  const table: Node = {
    kind: "table",
    head: ["rule", "finding", "until", "owner", "reason"],
    rows: groupProblems([], waived).map(({ code, what, waiver }) => [
      [code],
      [{ message: what }],
      ...[waiver?.expires, waiver?.owner, waiver?.reason].map((cell) => [cell ?? ""]),
    ]),
  };
  return {
    name: "waived",
    title: "Waived",
    rank: 3,
    variants:
      waived.length === 0
        ? []
        : [
            [sentence, { kind: "details", summary: ["Waived findings"], body: [table] }],
            [sentence],
          ],
  };
}

/** Only a part of a target's objects was checked, so missing kinds were not reported. */
function skippedNodes({ leftOut = [] }: RunResult): readonly Node[] {
  if (leftOut.length === 0) return [];
  const kinds = leftOut.join(", ");
  return [
    quiet(
      `Skipped: ${kinds} may be defined in other files. Use --whole if these files are complete.`,
    ),
  ];
}

function verdict(
  result: RunResult,
  { total, refused, clean }: Summary,
  { checked = "" }: Form,
): Node {
  const informing = result.findings.filter(informs);
  const others = total.diagnostics + total.findings - refused - informing.length;
  const warnings = others === 0 ? "" : `, ${count(others, "warning")}`;
  const manifests = count(total.manifests, "manifest");
  const all = `${manifests} on ${count(result.targets.length, "target")}${checked}`;
  if (clean) return toned("good", { strong: "Clean" }, `: ${all}${warnings}.`);
  if (refused === 0) return toned("bad", nothingChecked);
  return toned("bad", { strong: `Refused: ${count(refused, "problem")}` }, `${warnings}; ${all}.`);
}

const toned = (tone: "good" | "bad" | "quiet", ...text: readonly Inline[]): Node => ({
  kind: "paragraph",
  text,
  tone,
});

const quiet = (text: string): Node => toned("quiet", text);

const paragraph = (text: string): Node => ({ kind: "paragraph", text: [text] });
