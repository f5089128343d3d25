import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import {
  allWords,
  explainWords,
  painter,
  rulePage,
  terminalMarkdown,
  type RuleTexts,
} from "@altostrata/report";
import { readIfThere } from "./read-if-there.ts";
import { readRules } from "./read-rules.ts";

/** Where the explanation is shown. */
interface Screen {
  readonly colour: boolean;
  readonly width: number;
}

/** The explanation of a diagnostic's code or the page of a rule as text; undefined when there is no such thing. */
export function explainCode(
  code: string,
  estate: () => string,
  { colour, width }: Screen,
): string | undefined {
  if (Object.hasOwn(allWords, code)) return explainWords(code as keyof typeof allWords);
  if (!/^[A-Za-z]{3}-[0-9]{3}$/.test(code)) return undefined;
  const id = code.toUpperCase();
  const policies = join(estate(), "policies");
  const rules = readRules(policies);
  const rule =
    rules.find((candidate) => candidate.id === id) ??
    rules.find((candidate) => candidate.aliases.includes(id));
  if (!rule) return undefined;
  const page = rulePage(rule, readTexts(join(policies, "rules", rule.folder)));
  return terminalMarkdown(page, { paint: painter(colour), width });
}

/** The texts beside a rule; empty where somebody has only the compiled rules. */
function readTexts(folder: string): RuleTexts {
  const read = (path: string): string => readIfThere(path) ?? "";
  const examples = join(folder, "examples");
  const names = statSync(examples, { throwIfNoEntry: false }) ? readdirSync(examples) : [];
  return {
    readme: read(join(folder, "README.md")),
    examples: names.map((name) => [name, read(join(examples, name))] as const),
  };
}
