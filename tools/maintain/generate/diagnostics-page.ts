import { messagesByStep } from "../../report/messages/all-messages.ts";
import { replaceArguments } from "../../report/messages/arguments.ts";
import type { Messages } from "../../report/messages/messages.ts";

const introduction = `# Diagnostics

A diagnostic says that the input is wrong: what, where, why it matters and what to do. Its code never changes its meaning.
\`alto explain CODE\` prints the same. What a *rule* finds is no diagnostic: [rules.md](rules.md) lists the rules.

In the texts below \`<name>\` stands for what a message names; parts in brackets appear when they are known.

This page is generated from \`tools/report/messages\` by \`npm run generate\`.
`;

/** The reference page of all diagnostics, as Markdown. */
export function diagnosticsPage(): string {
  const steps = Object.entries(messagesByStep).map(([step, words]) => stepSection(step, words));
  return `${introduction}\n${steps.join("\n")}`;
}

function stepSection(step: string, words: Readonly<Record<string, Messages>>): string {
  const codes = Object.entries(words).sort(([left], [right]) => (left < right ? -1 : 1));
  return `## ${step}\n\n${codes.map(([code, word]) => codeSection(code, word)).join("\n")}`;
}

function codeSection(code: string, { title, what, why, fix, problems = {} }: Messages): string {
  const cases = Object.values(problems).map((problem) => `- ${showArguments(problem)}`);
  const list = cases.length === 0 ? "" : `\nThe problem is one of:\n\n${cases.join("\n")}\n`;
  return `### ${code}\n\n**${title}.** ${showArguments(what)}\n${list}\n${showArguments(why)}\n\nWhat to do: ${showArguments(fix)}\n`;
}

/** Shows `{name}` as `<name>`, formatted as code. */
function showArguments(text: string): string {
  return text
    .split("`")
    .map((part, index) => {
      const inCode = index % 2 === 1;
      return replaceArguments(part, (name) => (inCode ? `<${name}>` : `\`<${name}>\``));
    })
    .join("`");
}
