import type { DescribedRule } from "../outputs/described-rule.ts";

/** All that a rule says of itself. */
export interface PageRule extends DescribedRule {
  readonly aliases: readonly string[];
  readonly scope: string;
  readonly since: string;
  readonly accepts?: string;
  readonly proof?: string;
  readonly parameters?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Below policies/rules. */
  readonly folder: string;
}

const subjects: Readonly<Record<string, string>> = {
  target: "the manifests of a target",
  environment: "an environment over all its targets",
  estate: "the estate",
};

/** What stands beside a rule in its folder. */
export interface RuleTexts {
  readonly readme: string;
  /** File name (`pass.some-reason.yaml`) and text. */
  readonly examples: readonly (readonly [name: string, text: string])[];
}

/** The page of a rule as Markdown, for the reference and for the terminal. */
export function rulePage(rule: PageRule, { readme, examples }: RuleTexts): string {
  const facts: [string, string][] = [
    ["severity", rule.severity],
    ["family", rule.family],
    ["looks at", subjects[rule.scope] ?? rule.scope],
    ["standards", rule.standards.join(", ") || "none"],
    ["earlier ids", rule.aliases.join(", ") || "none"],
    ["since", rule.since],
    ["source", `\`policies/rules/${rule.folder}/rule.rego\``],
  ];
  const parts = [
    `# ${rule.id}: ${rule.title}`,
    rule.description,
    ["| | |", "|---|---|", ...facts.map(([name, value]) => `| ${name} | ${value} |`)].join("\n"),
    "## Why",
    readme.replace(/^# .*\n/, "").trim(),
    "## What to do",
    rule.remediation,
    ...acceptance(rule),
    ...evidence(rule),
    ...parameters(rule),
    ...(examples.length === 0 ? [] : ["## Examples"]),
    ...[...examples].sort(passesFirst).map(([name, text]) => example(name, text)),
  ];
  return `${parts.join("\n\n")}\n`;
}

const acceptances: Readonly<Record<string, string>> = {
  facts:
    "A value that comes from a provider's or target's folder is no finding: nobody's portable YAML chose it.",
  reasons: "A value that a patch wrote is no finding: a patch has a reason, an owner and an end.",
};

function acceptance({ accepts }: PageRule): string[] {
  const text = accepts === undefined ? undefined : acceptances[accepts];
  return text === undefined ? [] : [text];
}

function evidence({ proof }: PageRule): string[] {
  if (proof === undefined) return [];
  return [
    "A finding warns instead of denies when the same component renders and passes every check at another provider in the same run: then it can be moved, and the finding says where it was proven.",
  ];
}

function parameters(rule: PageRule): string[] {
  const entries = Object.entries(rule.parameters ?? {});
  if (entries.length === 0) return [];
  const rows = entries.map(([name, schema]) => {
    const {
      description,
      type,
      default: value,
    } = schema as { description?: string; type?: string; default: unknown };
    return `| \`${name}\` | ${type ?? ""} | \`${JSON.stringify(value)}\` | ${description ?? ""} |`;
  });
  return [
    "## Parameters",
    ["| name | type | default | meaning |", "|---|---|---|---|", ...rows].join("\n"),
  ];
}

function passesFirst(
  [left]: readonly [string, string],
  [right]: readonly [string, string],
): number {
  if (left === right) return 0;
  return left < right ? 1 : -1;
}

function example(name: string, text: string): string {
  const [kind = "", ...why] = name.replace(/\.yaml$/, "").split(".");
  const title = kind === "pass" ? "Passes" : "Fails";
  return `**${title}** (${why.join(" ").replaceAll("-", " ")}):\n\n\`\`\`yaml\n${text.trimEnd()}\n\`\`\``;
}
