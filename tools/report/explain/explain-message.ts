import type { DiagnosticCode } from "@altostrata/pipeline";
import { allMessages, messagesByStep } from "../messages/all-messages.ts";
import { replaceArguments } from "../messages/arguments.ts";

/** Explains a code for a terminal. Arguments of its messages are shown as `<name>`. */
export function explainMessage(code: DiagnosticCode): string {
  const { title, what, why, fix, problems = {} } = allMessages[code];
  const [step] = Object.entries(messagesByStep).find(([, messages]) =>
    Object.hasOwn(messages, code),
  ) ?? [""];
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
