import type { Problem } from "../run/group-problems.ts";
import { allMessages } from "../messages/all-messages.ts";
import { replaceArguments, replaceOptionalParts } from "../messages/arguments.ts";
import type { DescribedRule } from "./report-request.ts";

/** GitHub's limit of tags per rule. */
const mostTags = 10;

/** Scores that GitHub shows as critical, high, medium and low. */
const securitySeverities: Readonly<Record<string, string>> = {
  critical: "9.5",
  high: "8.0",
  medium: "5.5",
  low: "2.0",
};

interface SarifRule {
  readonly id: string;
  readonly shortDescription: { readonly text: string };
  readonly fullDescription: { readonly text: string };
  readonly help: { readonly text: string };
  readonly properties: Readonly<Record<string, string | readonly string[]>>;
}

/** Describes each rule or code that the results of a SARIF log name, sorted by id. */
export function sarifRules(
  problems: readonly Problem[],
  rules: readonly DescribedRule[],
): readonly SarifRule[] {
  const known = new Map(rules.map((rule) => [rule.id, rule]));
  const examples = new Map(problems.map((problem) => [problem.code, problem]));
  return [...examples]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([id, problem]) => {
      if (Object.hasOwn(allMessages, id)) return ofCode(id as keyof typeof allMessages);
      return ofRule(problem, known.get(id));
    });
}

function ofCode(code: keyof typeof allMessages): SarifRule {
  const { title, why, fix } = allMessages[code];
  return {
    id: code,
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: { text: withoutArguments(fix) },
    properties: { tags: ["correctness"] },
  };
}

function ofRule({ code, severity, why, fix }: Problem, rule?: DescribedRule): SarifRule {
  const tags = rule ? [rule.family, ...rule.standards].slice(0, mostTags) : [];
  return {
    id: code,
    shortDescription: { text: rule?.title ?? why },
    fullDescription: { text: rule?.description.trim() ?? why },
    help: { text: rule?.remediation.trim() ?? fix },
    properties: {
      tags,
      // GitHub shows a rule with this score as a security rule.
      ...(rule?.family === "security" && severity !== undefined
        ? { "security-severity": securitySeverities[severity] ?? "" }
        : {}),
    },
  };
}

/** Shows arguments as `<name>` and omits optional parts. */
function withoutArguments(text: string): string {
  return replaceArguments(
    replaceOptionalParts(text, () => ""),
    (name) => `<${name}>`,
  );
}
