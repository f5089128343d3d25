import type { Comparison } from "@altostrata/pipeline";
import { judge } from "@altostrata/report/change";
import { annotationsOf } from "./annotations.ts";
import type { ChangedCode } from "./changed-code.ts";
import { isChanged } from "./comment-words.ts";
import type { CheckVerdict } from "./write-check-run.ts";

/** What the check run says of a report; one that the pull request's own code made is never called good. */
export function checkVerdict(comparison: Comparison, code: ChangedCode): CheckVerdict {
  const { verdict, refused } = judge(comparison);
  const annotations = annotationsOf(comparison);
  if (verdict === "refused") {
    const summary = `${refused} problems in the new state; each stands at its line.`;
    return { conclusion: "failure", title: "Do not merge", summary, annotations };
  }
  if (isChanged(code)) {
    const summary =
      "The pull request changes code that makes the report. The gate judges by the code of the branch it goes to.";
    return { conclusion: "neutral", title: "Not judged", summary, annotations };
  }
  const summary = "Nothing in the new state is refused.";
  return { conclusion: "success", title: "No problem", summary, annotations };
}

/** What the check run says where there is no report. */
export function missingVerdict(why: string): CheckVerdict {
  const summary = `Nobody can tell what the pull request does: ${why}.`;
  return { conclusion: "failure", title: "No report", summary, annotations: [] };
}
