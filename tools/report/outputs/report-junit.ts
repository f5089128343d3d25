import { placeText, type RunResult } from "@altostrata/pipeline";
import { htmlText } from "../document/escape-text.ts";
import { count, plainText } from "../document/inline.ts";
import { groupProblems, type Problem } from "../run/group-problems.ts";
import { problemNodes } from "../run/run-sections.ts";
import { nothingChecked, summarise } from "../run/summarise.ts";

type Outcome = "passed" | "failed" | "skipped";

interface TestCase {
  readonly name: string;
  readonly kind: string;
  readonly outcome: Outcome;
  /** The element inside the test case; can be empty. */
  readonly body: string;
}

interface Suite {
  readonly name: string;
  readonly cases: readonly TestCase[];
}

/**
 * Prints a run as JUnit XML: a suite per environment and target, with one test for the manifests and one per problem. Warnings
 * pass, with the message as output. Waived findings are skipped, with the reason.
 */
export function reportJunit(result: RunResult): string {
  const suites = suitesOf(result);
  const cases = suites.flatMap((suite) => suite.cases);
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="altostrata" ${counts(cases)}>`,
    ...suites.flatMap(printSuite),
    "</testsuites>",
  ];
  return `${lines.join("\n")}\n`;
}

function suitesOf(result: RunResult): readonly Suite[] {
  const { rows, total } = summarise(result);
  const diagnostics = Map.groupBy(result.diagnostics, rowKey);
  const findings = Map.groupBy(result.findings, rowKey);
  const suites = rows.map((row): Suite => {
    const { environment, target, manifests } = row;
    const key = rowKey(row);
    const problems = groupProblems(diagnostics.get(key) ?? [], findings.get(key) ?? []);
    return {
      name: [environment || "estate", target].filter((name) => name !== "").join("/"),
      cases: [...checked(manifests), ...problems.map(testCase)],
    };
  });
  return total.manifests === 0 ? [...suites, emptyRun] : suites;
}

function rowKey({
  environment = "",
  target = "",
}: {
  environment?: string;
  target?: string;
}): string {
  return `${environment}\0${target}`;
}

const emptyRun: Suite = {
  name: "run",
  cases: [
    {
      name: "manifests were checked",
      kind: "manifests",
      outcome: "failed",
      body: `<failure message="${nothingChecked}" type="nothing-checked"/>`,
    },
  ],
};

function checked(manifests: number): readonly TestCase[] {
  if (manifests === 0) return [];
  return [
    {
      name: count(manifests, "manifest"),
      kind: "manifests",
      outcome: "passed",
      body: "",
    },
  ];
}

function testCase(problem: Problem): TestCase {
  const { at, code, what, objects } = problem;
  const named = { name: [placeText(at), ...objects.slice(0, 1), what].join(" "), kind: code };
  const { waiver } = problem;
  if (waiver) {
    const reason = `waived by ${waiver.owner} until ${waiver.expires}: ${waiver.reason}`;
    return { ...named, outcome: "skipped", body: `<skipped message="${xmlText(reason)}"/>` };
  }
  if (problem.action !== "deny") {
    return { ...named, outcome: "passed", body: `<system-out>${details(problem)}</system-out>` };
  }
  const attributes = `message="${xmlText(what)}" type="${xmlText(problem.severity ?? "diagnostic")}"`;
  return {
    ...named,
    outcome: "failed",
    body: `<failure ${attributes}>${details(problem)}</failure>`,
  };
}

function details(problem: Problem): string {
  return problemNodes([problem])
    .flatMap(({ at, what, facts }) => [
      at,
      what,
      ...facts.map(({ label, text }) => `${label}: ${plainText(text)}`),
    ])
    .map(xmlText)
    .join("\n");
}

function printSuite({ name, cases }: Suite): string[] {
  return [
    `  <testsuite name="${xmlText(name)}" ${counts(cases)}>`,
    ...cases.map((one) => {
      const start = `    <testcase classname="${xmlText(`${name}.${one.kind}`)}" name="${xmlText(one.name)}"`;
      return one.body === "" ? `${start}/>` : `${start}>${one.body}</testcase>`;
    }),
    "  </testsuite>",
  ];
}

function counts(cases: readonly TestCase[]): string {
  const having = (outcome: Outcome): number =>
    cases.filter((one) => one.outcome === outcome).length;
  return `tests="${cases.length}" failures="${having("failed")}" errors="0" skipped="${having("skipped")}"`;
}

/** Escapes a text for XML. Removes two characters that XML 1.0 cannot contain even as escapes. */
function xmlText(text: string): string {
  return htmlText(text).replaceAll(/[\uFFFE\uFFFF]/g, "");
}
