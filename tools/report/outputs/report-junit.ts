import { placeText, type RunResult } from "@altostrata/pipeline";
import { count } from "../count.ts";
import { htmlText } from "../document/html-text.ts";
import { groupProblems, type Problem } from "../run/group-problems.ts";
import { summarise } from "../run/summarise.ts";

type Outcome = "passed" | "failed" | "skipped";

interface TestCase {
  readonly name: string;
  readonly kind: string;
  readonly outcome: Outcome;
  /** The element inside of the test case; empty when there is nothing to say. */
  readonly body: string;
}

interface Suite {
  readonly name: string;
  readonly cases: readonly TestCase[];
}

/**
 * A run as JUnit XML: a suite per environment and target, in it the manifests as one test and each problem as another. What
 * only warns passes with its words as output; what is waived is skipped, with the reason.
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
  return total.manifests === 0 ? [...suites, nothingChecked] : suites;
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

const nothingChecked: Suite = {
  name: "run",
  cases: [
    {
      name: "manifests were checked",
      kind: "manifests",
      outcome: "failed",
      body: '<failure message="Nothing was checked: no manifest was rendered." type="nothing-checked"/>',
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

function details({ at, what, why, fix, objects, path, related }: Problem): string {
  return [
    placeText(at),
    what,
    `why: ${why}`,
    `fix: ${fix}`,
    ...objects.map((object) => `in: ${[object, path].filter(Boolean).join(" ")}`),
    ...related.map((one) => `see: ${placeText(one)}`),
  ]
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

/** A text in XML. Two characters that no escape lets into XML 1.0 are left out. */
function xmlText(text: string): string {
  return htmlText(text).replaceAll(/[\uFFFE\uFFFF]/g, "");
}
