import type { Comparison } from "@altostrata/pipeline";
import { changeMarkdown, decideVerdict, printMarkdown } from "@altostrata/report/change";
import type { CommentText } from "./comment-body.ts";

/** The most files that the caution names. */
const maxNamed = 5;

/** A comparison as the text of a comment, after a caution when the pull request changes code. */
export function commentText(comparison: Comparison, code: readonly string[]): CommentText {
  const caution = code.length > 0 ? `${cautionOf(code)}\n\n` : "";
  return {
    empty: caution === "" && needsNoComment(comparison),
    print: (budget) => caution + changeMarkdown(comparison, budget - Buffer.byteLength(caution)),
  };
}

/** Returns whether nothing needs a reader. A change of a waiver, rule or owner runs nothing, but its owners must see it. */
function needsNoComment(comparison: Comparison): boolean {
  return decideVerdict(comparison).verdict === "nothing" && comparison.owners.length === 0;
}

/** The text of a comment for commits that cannot be compared. It replaces the report about an older commit. */
export function missingText(why: string): CommentText {
  const text = printMarkdown([
    {
      kind: "paragraph",
      text: ["\u{1F6D1} ", { strong: "No report about the newest commit" }, `: ${why}.`],
    },
    {
      kind: "paragraph",
      text: ["The effect of this pull request is unknown. Fix the cause and push again."],
    },
  ]);
  return { empty: false, print: () => text };
}

/** Adds the address of the run that has the whole report. The address comes from GitHub, so it becomes a link. */
export function withRun(text: CommentText, run: { url: string; artifact: string }): CommentText {
  const words = printMarkdown([
    { kind: "paragraph", text: ["Full report: artifact ", { code: run.artifact }, " of"] },
  ]);
  const last = `\n\n${words} ${run.url}`;
  return {
    empty: text.empty,
    print: (budget) => text.print(budget - Buffer.byteLength(last)) + last,
  };
}

function cautionOf(files: readonly string[]): string {
  const named = files
    .slice(0, maxNamed)
    .flatMap((file, index) => [...(index === 0 ? [] : [", "]), { code: file }]);
  const rest = files.length > maxNamed ? ` and ${files.length - maxNamed} more` : "";
  const text = printMarkdown([
    {
      kind: "paragraph",
      text: [
        "This pull request changes code (",
        ...named,
        rest,
        "). This comment shows the data as the main branch's code renders it; effects of the new code are missing. ",
        "The new code wrote the artifacts and the summary of the workflow ",
        { code: "validate" },
        ", ",
        { code: "report.html" },
        " included: do not trust them. Read the code first.",
      ],
    },
  ]);
  return `> [!WARNING]\n> ${text}`;
}
