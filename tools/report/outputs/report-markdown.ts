import { placeText, type RunResult } from "@altostrata/pipeline";
import { count } from "../count.ts";
import { fitSections } from "../document/fit-sections.ts";
import type { Inline, Node, Section } from "../document/node.ts";
import { printMarkdownSection } from "../document/print-markdown.ts";
import { withCode } from "../document/with-code.ts";
import { groupProblems, type Problem } from "../run/group-problems.ts";
import { skippedMessage } from "../run/skipped-message.ts";
import { summarise } from "../run/summarise.ts";
import { problemsByWeight } from "./by-weight.ts";

/** A run as GitHub's Markdown of at most `budget` bytes, for a comment or the summary of a job; shortened in whole parts. */
export function reportMarkdown(result: RunResult, budget: number): string {
  const sections = [
    verdictSection(result),
    targetsSection(result),
    problemsSection(problemsByWeight(result)),
    waivedSection(result),
  ];
  const fitted = fitSections(sections, { budget, print: printMarkdownSection });
  return `${fitted.map(printMarkdownSection).join("\n\n")}\n`;
}

const paragraph = (...text: readonly Inline[]): Node => ({ kind: "paragraph", text });

function verdictSection(result: RunResult): Section {
  const { total, refused, clean } = summarise(result);
  const manifests = count(total.manifests, "manifest");
  const targets = count(result.targets.length, "target");
  const verdict = clean ? "Clean" : refused === 0 ? "Nothing was checked" : `Refused: ${refused}`;
  const leftOut = result.leftOut?.length ? [paragraph(skippedMessage(result.leftOut))] : [];
  return {
    name: "verdict",
    title: "",
    rank: 0,
    variants: [
      [
        paragraph({ strong: verdict }, ` (${manifests} on ${targets} as of ${result.asOf})`),
        ...leftOut,
      ],
    ],
  };
}

function targetsSection(result: RunResult): Section {
  const { rows } = summarise(result);
  const table: Node = {
    kind: "table",
    head: ["environment", "target", "manifests", "diagnostics", "findings", "waived"],
    rows: rows.map(({ environment, target, manifests, diagnostics, findings, waived }) =>
      [
        environment || "(estate)",
        target || "(all)",
        ...[manifests, diagnostics, findings, waived].map(String),
      ].map((cell) => [cell]),
    ),
  };
  return {
    name: "targets",
    title: "Targets",
    rank: 1,
    variants: [
      rows.length === 0 ? [] : [table],
      [paragraph(`${count(rows.length, "row is", "rows are")} left out.`)],
    ],
  };
}

const mostListed = 100;

function problemsSection(problems: readonly Problem[]): Section {
  const heads = problems.slice(0, mostListed).map(heading);
  const left = problems.length - heads.length;
  return {
    name: "problems",
    title: "Problems",
    rank: 2,
    variants: [
      problems.map(describe),
      [
        { kind: "list", items: heads },
        ...(left > 0
          ? [paragraph(`${count(left, "lighter one is", "lighter ones are")} left out.`)]
          : []),
      ],
      [paragraph(`${count(problems.length, "problem does", "problems do")} not fit here.`)],
    ],
  };
}

function describe(problem: Problem): Node {
  const { why, fix, objects, path, related, where } = problem;
  const line = (label: string, texts: readonly string[]): (readonly Inline[])[] =>
    texts.length === 0 ? [] : [[`${label}: `, ...codes(texts)]];
  const items = [
    ...line("In", objects),
    ...line("Path", path === undefined ? [] : [path]),
    ...line("See", related.map(placeText)),
    ...line("For", where),
  ];
  return {
    kind: "details",
    summary: heading(problem),
    body: [
      paragraph("Why: ", ...withCode(why)),
      paragraph("What to do: ", ...withCode(fix)),
      ...(items.length === 0 ? [] : [{ kind: "list", items } as const]),
    ],
  };
}

function heading({ code, severity, action, at, what }: Problem): readonly Inline[] {
  const level = [severity, ...(action === "deny" ? [] : [action])].filter(Boolean).join(", ");
  return [
    { strong: code },
    `${level === "" ? "" : ` (${level})`} `,
    { code: placeText(at) },
    " ",
    ...withCode(what),
  ];
}

/** Texts as code, with commas between; the first ones only, where there are many. */
function codes(texts: readonly string[]): readonly Inline[] {
  const shown = texts.slice(0, 8).flatMap((text): Inline[] => [", ", { code: text }]);
  return [...shown.slice(1), ...(texts.length > 8 ? [` and ${texts.length - 8} more`] : [])];
}

function waivedSection({ findings }: RunResult): Section {
  const waived = groupProblems(
    [],
    findings.filter(({ waiver }) => waiver),
  );
  const table: Node = {
    kind: "table",
    head: ["rule", "what", "until", "owner", "reason"],
    rows: waived.map(({ code, what, waiver }) => [
      [code],
      withCode(what),
      ...[waiver?.expires, waiver?.owner, waiver?.reason].map((cell) => [cell ?? ""]),
    ]),
  };
  return {
    name: "waived",
    title: "Waived",
    rank: 3,
    variants: [
      waived.length === 0
        ? []
        : [{ kind: "details", summary: [`${waived.length} waived`], body: [table] }],
      [paragraph(`${count(waived.length, "waived finding is", "waived findings are")} left out.`)],
    ],
  };
}
