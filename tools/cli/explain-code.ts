import { join } from "node:path";
import { allWords, explainWords, painter, rulePage, terminalMarkdown } from "@altostrata/report";
import { readRuleTexts } from "./read-rule-texts.ts";
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
  const page = rulePage(rule, readRuleTexts(join(policies, "rules", rule.folder)));
  return terminalMarkdown(page, { paint: painter(colour), width });
}
