import type { DiagnosticCode } from "@altostrata/pipeline";
import { allMessages, wordsByStep } from "../messages/all-messages.ts";
import { replaceArguments } from "../messages/arguments.ts";

/** What a code means, as text for a terminal: `<name>` stands for what a message names. */
export function explainMessage(code: DiagnosticCode): string {
  const { title, what, why, fix, problems = {} } = allMessages[code];
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
