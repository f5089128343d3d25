import type { PolicyBundle } from "../../pipeline/policy/bundle/policy-bundle.ts";
import type { RuleMetadata } from "../../pipeline/policy/bundle/rule-metadata.ts";
import { judgeExample } from "./judge-example.ts";
import type { Example } from "./read-examples.ts";

/** Evaluates the examples of one rule; gives each difference to what they expect as a line. */
export function proveRule(
  rule: RuleMetadata,
  examples: readonly Example[],
  bundle: PolicyBundle,
): string[] {
  return [
    ...missingExamples(rule, examples),
    ...examples.flatMap((example) => proveExample(rule.id, example, bundle)),
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

function proveExample(id: string, example: Example, bundle: PolicyBundle): string[] {
  const { file, line, name, expect, considered: expected, marked } = example;
  const place = `policies/${file}:${line} (${name})`;
  if (marked.length > 0 !== (expect === "fail"))
    return [
      `${place}: ${expect === "fail" ? "no line ends in `# finding`" : "`expect: pass` with a line that ends in `# finding`"}`,
    ];
  const { findings, considered } = judgeExample(example, bundle);
  const mine = findings.filter(({ rule }) => rule === id);
  const lines = [...new Set(mine.map((finding) => finding.line))].sort(
    (left, right) => left - right,
  );
  const found = lines.join(", ") || "none";
  const wanted = marked.join(", ") || "none";
  return [
    ...(found === wanted
      ? []
      : [
          `${place}: findings in lines ${found}, expected ${wanted}${mine.map(({ message }) => `\n  ${message}`).join("")}`,
        ]),
    ...(expected === undefined || expected === considered[id]
      ? []
      : [`${place}: considered ${considered[id]}, expected ${expected}`]),
  ];
}
