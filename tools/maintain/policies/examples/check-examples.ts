import type { PolicyBundle } from "../../../pipeline/policy/bundle/policy-bundle.ts";
import type { RuleMetadata } from "../../../pipeline/policy/bundle/rule-metadata.ts";
import { evaluateExample, type ExampleFinding } from "./evaluate-example.ts";
import type { Example } from "./read-examples.ts";

/** Evaluates the examples of one rule. Returns one line per difference from the expectation. */
export function checkExamples(
  rule: RuleMetadata,
  examples: readonly Example[],
  bundle: PolicyBundle,
): string[] {
  return [
    ...missingExamples(rule, examples),
    ...examples.flatMap((example) => checkExample(rule.id, example, bundle)),
  ];
}

function missingExamples({ folder }: RuleMetadata, examples: readonly Example[]): string[] {
  const file = `policies/rules/${folder}/examples.yaml`;
  const kinds = ["pass", "fail"].filter(
    (kind) => !examples.some((example) => example.expect === kind),
  );
  const titles = examples.map(({ expect, name }) => `${expect} ${name}`);
  const repeated = titles.filter((title, index) => titles.indexOf(title) !== index);
  return [
    ...kinds.map((kind) => `${file}: no example has \`expect: ${kind}\``),
    ...repeated.map((title) => `${file}: two examples are named ${title}`),
    ...(examples.some(({ considered }) => (considered ?? 0) > 0)
      ? []
      : [`${file}: no example has \`considered\` above 0`]),
  ];
}

function checkExample(id: string, example: Example, bundle: PolicyBundle): string[] {
  const place = `policies/${example.file}:${example.line} (${example.name})`;
  const { findings, considered } = evaluateExample(example, bundle);
  const mine = findings.filter(({ rule }) => rule === id);
  return [wrongMarks(example), wrongFindings(example, mine), wrongCount(example, considered[id])]
    .filter((problem) => problem !== undefined)
    .map((problem) => `${place}: ${problem}`);
}

function wrongMarks({ expect, marked }: Example): string | undefined {
  if (expect === "fail" && marked.length === 0) return "no line ends in `# finding`";
  if (expect === "pass" && marked.length > 0)
    return "a line ends in `# finding`, and the example has `expect: pass`";
  return undefined;
}

function wrongFindings(
  { marked }: Example,
  findings: readonly ExampleFinding[],
): string | undefined {
  const lines = [...new Set(findings.map(({ line }) => line))].sort((left, right) => left - right);
  const found = lines.join(", ") || "none";
  const expected = marked.join(", ") || "none";
  if (found === expected) return undefined;
  const messages = findings.map(({ message }) => `\n  ${message}`).join("");
  return `findings in lines ${found}, expected ${expected}${messages}`;
}

function wrongCount({ considered: expected }: Example, found = 0): string | undefined {
  if (expected === undefined || expected === found) return undefined;
  return `considered ${found}, expected ${expected}`;
}
