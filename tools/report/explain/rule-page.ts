import type { RuleExample } from "@altostrata/pipeline";
import type { DescribedRule } from "../outputs/described-rule.ts";

/** All that a rule says of itself. */
export interface PageRule extends DescribedRule {
  readonly aliases: readonly string[];
  readonly scope: string;
  /** Absent in bundles of earlier commits. */
  readonly rationale?: string;
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

/** The page of a rule as Markdown, for the reference and for the terminal. */
export function rulePage(rule: PageRule, examples: readonly RuleExample[]): string {
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
    ...(rule.rationale === undefined ? [] : ["## Why", rule.rationale]),
    "## What to do",
    rule.remediation,
    ...acceptance(rule),
    ...evidence(rule),
    ...parameters(rule),
    ...(examples.length === 0 ? [] : ["## Examples"]),
    ...examples.map(example),
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

function example({ header, text }: RuleExample): string {
  const title = header["expect"] === "pass" ? "Passes" : "Fails";
  return `**${title}** (${String(header["name"])}):\n\n\`\`\`yaml\n${shownText(text)}\n\`\`\``;
}

/** Leaves out the keys that the title shows and that only the tests read; a header without other keys goes. */
function shownText(text: string): string {
  const [first = "", ...documents] = text.split(/^---\n/m);
  const header = first.replaceAll(/^(?:name|expect|considered): .*\n/gm, "");
  const shown = header === "kind: Example\n" ? documents : [header, ...documents];
  return shown.join("---\n").trimEnd();
}
