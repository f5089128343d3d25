import { join } from "node:path";
import { allWords, explainWords } from "@altostrata/report";
import { readRules } from "./read-rules.ts";

/** The explanation of a diagnostic's code or a rule's id as text; undefined when there is no such thing. */
export function explainCode(code: string, estate: () => string): string | undefined {
  if (Object.hasOwn(allWords, code)) return explainWords(code as keyof typeof allWords);
  if (!/^[A-Za-z]{3}-[0-9]{3}$/.test(code)) return undefined;
  const id = code.toUpperCase();
  const rule = readRules(join(estate(), "policies")).find(
    (candidate) => candidate.id === id || candidate.aliases.includes(id),
  );
  if (!rule) return undefined;
  const standards = rule.standards.length === 0 ? [] : [`Standards: ${rule.standards.join(", ")}`];
  return [
    `${rule.id} (${rule.family}, ${rule.severity}): ${rule.title}`,
    "",
    rule.description.trim(),
    "",
    `What to do: ${rule.remediation.trim()}`,
    ...standards,
    `Rule: policies/rules/${rule.folder}`,
    "",
  ].join("\n");
}
