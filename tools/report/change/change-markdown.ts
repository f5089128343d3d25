import type { Comparison } from "@altostrata/pipeline";
import { fitSections } from "../document/fit-sections.ts";
import { printMarkdownSection } from "../document/print-markdown.ts";
import { changeSections } from "./change-sections.ts";

/**
 * Bytes that a comment may have. GitHub speaks of 65,536 characters, and what it counts differs between reports: fewer bytes than
 * that are safe under every reading.
 */
export const commentBudget = 60_000;

/** A comparison as GitHub's Markdown of at most `budget` bytes, shortened section by section and never cut inside one. */
export function changeMarkdown(comparison: Comparison, budget: number): string {
  const sections = fitSections(changeSections(comparison), {
    budget: budget - Buffer.byteLength(footer(true)) - 2,
    print: printMarkdownSection,
  });
  const shortened = sections.some((section) => section.shortened);
  return `${sections.map(printMarkdownSection).join("\n\n")}\n\n${footer(shortened)}`;
}

function footer(shortened: boolean): string {
  const left = shortened ? " Parts were shortened to fit; the report has everything." : "";
  return `<sub>The same on your machine: <code>npm run alto -- diff</code>.${left}</sub>\n`;
}
