import { join } from "node:path";
import { allMessages, explainMessage, painter, rulePage } from "@altostrata/report";
import { CannotRunError } from "../../failures/cannot-run-error.ts";
import { didYouMean } from "../../options/did-you-mean.ts";
import { readRuleExamples } from "../../files/read-rule-examples.ts";
import { readRules } from "../../files/read-rules.ts";

/** The size and the colours of the output. */
interface Screen {
  readonly colour: boolean;
  readonly width: number;
}

/** Explains a diagnostic code or a rule as text. Throws CannotRunError for an unknown code. */
export function explainCode(code: string, estate: () => string, { colour, width }: Screen): string {
  if (Object.hasOwn(allMessages, code)) return explainMessage(code as keyof typeof allMessages);
  if (!/^[A-Za-z]{3}-[0-9]{3}$/.test(code)) throw unknownCode(code);
  const id = code.toUpperCase();
  const policies = join(estate(), "policies");
  const rules = readRules(policies);
  const rule =
    rules.find((candidate) => candidate.id === id) ??
    rules.find((candidate) => candidate.aliases.includes(id));
  if (!rule) throw unknownCode(code);
  const examples = readRuleExamples(join(policies, "rules", rule.folder));
  return rulePage(rule, examples, { paint: painter(colour), width });
}

/** Suggests no rule IDs: they are short and dense, so the nearest one is rarely the intended one. */
function unknownCode(code: string): CannotRunError {
  return new CannotRunError(
    `There is no diagnostic or rule ${code}.${didYouMean(code, Object.keys(allMessages))} See docs/reference/diagnostics.md for codes and alto list rules for rules.`,
  );
}
