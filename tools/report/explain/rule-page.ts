import type { RuleExample } from "@altostrata/pipeline";
import type { Inline, Node } from "../document/node.ts";
import { escapeText } from "../document/escape-text.ts";
import { printTextNodes, type Screen } from "../document/print-text.ts";
import type { DescribedRule } from "../outputs/report-request.ts";

/** Everything that the metadata of a rule defines. */
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

interface Chapter {
  readonly title: string;
  readonly nodes: readonly Node[];
}

/** Prints the page of a rule for a terminal. */
export function rulePage(rule: PageRule, examples: readonly RuleExample[], screen: Screen): string {
  const lines = chaptersOf(rule, examples).flatMap(({ title, nodes }) =>
    nodes.length === 0
      ? []
      : [screen.paint("bold", escapeText(title)), "", ...printTextNodes(nodes, screen)],
  );
  return `${lines.join("\n").trimEnd()}\n`;
}

function chaptersOf(rule: PageRule, examples: readonly RuleExample[]): readonly Chapter[] {
  const exceptions = [
    acceptances[rule.accepts ?? ""],
    rule.proof === undefined ? undefined : proofEffect,
  ];
  return [
    { title: `${rule.id}: ${rule.title}`, nodes: [...prose(rule.description), facts(rule)] },
    { title: "Why", nodes: prose(rule.rationale ?? "") },
    {
      title: "What to do",
      nodes: [rule.remediation, ...exceptions].flatMap((text = "") => prose(text)),
    },
    { title: "Parameters", nodes: parameters(rule) },
    { title: "Examples", nodes: examples.map(example) },
  ];
}

/** The paragraphs and lists of a text in the metadata of a rule. */
function prose(text: string): readonly Node[] {
  return text
    .split(/\n\s*\n/)
    .map((block) => block.trim())
    .filter((block) => block !== "")
    .map((block) =>
      block.startsWith("- ")
        ? { kind: "list", items: block.slice(2).split(/\n- /).map(line) }
        : { kind: "paragraph", text: line(block) },
    );
}

function line(text: string): readonly Inline[] {
  const withLinks = text.replaceAll(/\[([^\]]*)\]\(([^)]*)\)/g, "$1 ($2)");
  return [{ message: withLinks.replaceAll(/\s+/g, " ") }];
}

const subjects: Readonly<Record<string, string>> = {
  target: "the manifests of a target",
  environment: "an environment with all its targets",
  estate: "the estate",
};

function facts(rule: PageRule): Node {
  const rows: readonly (readonly [string, string])[] = [
    ["severity", rule.severity],
    ["family", rule.family],
    ["checks", subjects[rule.scope] ?? rule.scope],
    ["standards", rule.standards.join(", ") || "none"],
    ["earlier ids", rule.aliases.join(", ") || "none"],
    ["since", rule.since],
    ["source", `policies/rules/${rule.folder}/rule.rego`],
  ];
  return { kind: "table", head: ["", ""], rows: rows.map((row) => row.map((cell) => [cell])) };
}

const acceptances: Readonly<Record<string, string>> = {
  facts: "Values from the folder of a provider or target are accepted: they are not portable YAML.",
  reasons: "Values set by a patch are accepted: a patch has a reason, an owner and an end date.",
};

const proofEffect =
  "A finding only warns if the same component renders and passes every check at another provider in the same run. The finding names that proof.";

function parameters(rule: PageRule): readonly Node[] {
  const entries = Object.entries(rule.parameters ?? {});
  if (entries.length === 0) return [];
  const rows = entries.map(([name, { type, default: value, description }]) => [
    name,
    asText(type),
    JSON.stringify(value) ?? "",
    asText(description),
  ]);
  return [
    {
      kind: "table",
      head: ["name", "type", "default", "meaning"],
      rows: rows.map((row) => row.map((cell) => [cell])),
    },
  ];
}

function asText(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}

function example({ header, text }: RuleExample): Node {
  const title = header["expect"] === "pass" ? "Passes" : "Fails";
  const lines = withoutTestKeys(text).split("\n");
  return {
    kind: "details",
    summary: [{ strong: title }, ` (${String(header["name"])}):`],
    body: [
      {
        kind: "code",
        language: "yaml",
        lines: lines.map((one) => ({ text: one, marked: one.includes(" # finding") })),
      },
    ],
  };
}

/** Drops the keys of the title and of the tests, and a header without other keys. */
function withoutTestKeys(text: string): string {
  const [first = "", ...documents] = text.split(/^---\n/m);
  const header = first.replaceAll(/^(?:name|expect|considered): .*\n/gm, "");
  const shown = header === "kind: Example\n" ? documents : [header, ...documents];
  return shown.join("---\n").trimEnd();
}
