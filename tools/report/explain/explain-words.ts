import type { DiagnosticCode } from "@altostrata/pipeline";
import { allWords, wordsByStep } from "../words/all-words.ts";
import { replaceArguments } from "../words/arguments.ts";

/** What a code means, as text for a terminal: `<name>` stands for what a message names. */
export function explainWords(code: DiagnosticCode): string {
  const { title, what, why, fix, problems = {} } = allWords[code];
  const [step] = Object.entries(wordsByStep).find(([, words]) => Object.hasOwn(words, code)) ?? [
    "",
  ];
  const cases = Object.values(problems).map((problem) => `  - ${showArguments(problem)}`);
  return [
    `${code} (${step}): ${title}`,
    "",
    showArguments(what),
    ...cases,
    "",
    `Why: ${showArguments(why)}`,
    `What to do: ${showArguments(fix)}`,
    "",
  ].join("\n");
}

function showArguments(text: string): string {
  return replaceArguments(text, (name) => `<${name}>`).replaceAll("`", "");
}
