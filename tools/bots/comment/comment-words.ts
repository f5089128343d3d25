import type { Comparison } from "@altostrata/pipeline";
import { changeMarkdown, judge, printMarkdown } from "@altostrata/report/change";
import type { ChangedCode } from "./changed-code.ts";
import type { CommentText } from "./comment-body.ts";

/** As many files as the caution names. */
const mostNamed = 5;

/** A report as the text of a comment, with a caution before it where the pull request changes the code that made it. */
export function reportText(comparison: Comparison, code: ChangedCode): CommentText {
  const caution = isChanged(code) ? `${cautionOf(code)}\n\n` : "";
  return {
    empty: caution === "" && isSilent(comparison),
    print: (budget) => caution + changeMarkdown(comparison, budget - Buffer.byteLength(caution)),
  };
}

/** A waiver, a rule or an owner changes nothing that runs, and somebody must look all the same. */
function isSilent(comparison: Comparison): boolean {
  return judge(comparison).verdict === "nothing" && comparison.owners.length === 0;
}

/** Whether a pull request changes code of the run that reports on it. */
export function isChanged({ files, more }: ChangedCode): boolean {
  return files.length > 0 || more;
}

/** Why there is no report about the newest commit, and where the run can be read. */
export interface MissingReport {
  readonly why: string;
  readonly run: string;
  /** Whether an earlier comment is to be replaced, but none to be written: another run will come. */
  readonly onlyReplace: boolean;
}

/** What a comment says where no report can be believed: the last one would be taken for one about the newest commit. */
export function missingText({ why, run, onlyReplace }: MissingReport): CommentText {
  const text = printMarkdown([
    {
      kind: "paragraph",
      text: ["\u{1F6D1} ", { strong: "No report about the newest commit" }, `: ${why}.`],
    },
    {
      kind: "paragraph",
      text: [
        "Nobody can tell here what this pull request does. Read the run, mend what failed, and push again or run it again.",
      ],
    },
  ]);
  // The address is GitHub's own, and is to be a link.
  return { empty: onlyReplace, print: () => `${text}\n\n${run}\n` };
}

function cautionOf({ files, more }: ChangedCode): string {
  const named = files
    .slice(0, mostNamed)
    .flatMap((file, index) => [...(index === 0 ? [] : [", "]), { code: file }]);
  const rest = files.length > mostNamed ? ` and ${files.length - mostNamed} more` : "";
  const what = more ? ["more files than GitHub lists"] : [...named, rest];
  const text = printMarkdown([
    {
      kind: "paragraph",
      text: [
        "This pull request changes code that makes this report (",
        ...what,
        "), so the report says what that code makes it say. Read that code first; the gate judges by the code of the branch it goes to.",
      ],
    },
  ]);
  return `> [!WARNING]\n> ${text}`;
}
