import type { Comparison } from "@altostrata/pipeline";
import { decideVerdict } from "@altostrata/report/change";
import { annotationsOf } from "./annotations.ts";
import type { CheckVerdict } from "./write-check-run.ts";

/**
 * The check run for a comparison, with the code files that the pull request changes. A change of code is never reported as a success:
 * the comparison shows the main branch's code.
 */
export function checkVerdict(comparison: Comparison, code: readonly string[]): CheckVerdict {
  const { verdict, refused } = decideVerdict(comparison);
  const annotations = annotationsOf(comparison);
  if (verdict === "refused") {
    const summary = `${refused} problems in the new state. Each is an annotation at its line.`;
    return { conclusion: "failure", title: "Do not merge", summary, annotations };
  }
  if (code.length > 0) {
    const summary =
      "The pull request changes code. This check evaluates its data with the main branch's code and says nothing about the new code.";
    return { conclusion: "neutral", title: "Code not evaluated", summary, annotations };
  }
  const summary = "The new state has no problem.";
  return { conclusion: "success", title: "No problem", summary, annotations };
}

/** The check run for commits that cannot be compared. */
export function missingVerdict(why: string): CheckVerdict {
  const summary = `The effect of the pull request is unknown: ${why}.`;
  return { conclusion: "failure", title: "No report", summary, annotations: [] };
}
