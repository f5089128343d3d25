import type { Comparison } from "@altostrata/pipeline";
import { fitSections } from "../document/fit-sections.ts";
import { printMarkdownSection } from "../document/print-markdown.ts";
import { changeSections } from "./change-sections.ts";

/** The most bytes of a comment. GitHub allows 65,536 characters, but reports differ on what counts as one. */
export const commentBudget = 60_000;

/** Prints a comparison as GitHub's Markdown of at most `budget` bytes, shortening whole sections. */
export function changeMarkdown(comparison: Comparison, budget: number): string {
  const sections = fitSections(changeSections(comparison), {
    budget: budget - Buffer.byteLength(footer(true)) - 2,
    print: printMarkdownSection,
  });
  const shortened = sections.some((section) => section.shortened);
  return `${sections.map(printMarkdownSection).join("\n\n")}\n\n${footer(shortened)}`;
}

function footer(shortened: boolean): string {
  const left = shortened ? " Shortened to fit; the report has everything." : "";
  return `<sub>Run it locally: <code>npm run alto -- diff</code>.${left}</sub>\n`;
}
