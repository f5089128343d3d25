import type { RunResult } from "@altostrata/pipeline";
import { fitSections } from "../document/fit-sections.ts";
import { printMarkdownSection } from "../document/print-markdown.ts";
import { runSections } from "../run/run-sections.ts";

/** Prints a run as GitHub's Markdown of at most `budget` bytes, for a comment or a job summary. */
export function reportMarkdown(result: RunResult, budget: number): string {
  const { verdict, skipped, targets, problems, waived } = runSections(result, {
    order: "severity",
    checked: ` as of ${result.asOf}`,
  });
  const sections = [verdict, skipped, targets, problems, waived];
  const fitted = fitSections(sections, { budget, print: printMarkdownSection });
  return `${fitted.map(printMarkdownSection).join("\n\n")}\n`;
}
