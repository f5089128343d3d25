import { changePage, commentBudget } from "@altostrata/report/change";
import { withAdvisory, withAdvisoryNote } from "../comment/advisory.ts";
import { changedCode } from "../comment/changed-code.ts";
import { checkVerdict, missingVerdict } from "../comment/check-verdict.ts";
import type { CommentText } from "../comment/comment-body.ts";
import { missingText, commentText, withRun } from "../comment/comment-text.ts";
import { writeCheckRun, type CheckVerdict } from "../comment/write-check-run.ts";
import { writeComment } from "../comment/write-comment.ts";
import type { GateResult } from "../gate/gate-verdict.ts";
import { checkPullRequest } from "../gate/check-pull-request.ts";
import type { FoundPullRequest } from "../github/find-pull-requests.ts";
import { compareBranch, resultOrReason } from "./compare-commits.ts";
import type { PublishContext } from "./publish-context.ts";
import { writeGateCheck } from "./write-gate-check.ts";

/** A run about a commit of pull requests. */
export interface PullRequestRun {
  readonly head: string;
  /** The branch that the gate protects. */
  readonly protectedBranch: string;
  /** The address of the run that publishes. */
  readonly url: string;
  /** Keeps a file as an artifact of that run. */
  readonly keep: (name: string, content: string) => void;
}

/**
 * Publishes the comment and the checks of a pull request. Everything in them comes from the main branch's code: no report of another
 * run is read.
 */
export async function publishPullRequest(
  context: PublishContext,
  run: PullRequestRun,
  pull: FoundPullRequest,
): Promise<void> {
  const { client, repository, identity, log } = context;
  const step = async () => await describe(context, run, pull);
  const outcome = await resultOrReason(step, log);
  const { gate, verdict, text } = "result" in outcome ? outcome.result : unknown(outcome.reason);
  const shared = { client, repository, identity, log };
  // A check belongs to a commit, whatever branch it was evaluated for. A pull request to another branch must not pass this gate.
  if (pull.target === run.protectedBranch) await writeGateCheck(context, run.head, gate);
  await writeCheckRun({
    ...shared,
    sha: run.head,
    name: "altostrata / policy",
    verdict: withAdvisory(identity, verdict),
  });
  const commented = withAdvisoryNote(identity, text);
  await writeComment({ ...shared, number: pull.number, commit: run.head, text: commented });
}

interface Description {
  readonly gate: GateResult;
  readonly verdict: CheckVerdict;
  readonly text: CommentText;
}

async function describe(
  context: PublishContext,
  run: PullRequestRun,
  pull: FoundPullRequest,
): Promise<Description> {
  const compared = await compareBranch(context, pull.base, run.head);
  const { comparison } = compared;
  const code = changedCode(Object.keys(compared.files));
  const artifact = `report-${pull.number}.html`;
  const text = withRun(commentText(comparison, code), { url: run.url, artifact });
  // Hostile data can make printing fail, which must not happen while the comment is written.
  text.print(commentBudget);
  run.keep(artifact, changePage(comparison));
  return {
    gate: await checkPullRequest(context, pull, compared),
    verdict: checkVerdict(comparison, code),
    text,
  };
}

function unknown(reason: string): Description {
  return {
    gate: { refusals: [reason], hints: [] },
    verdict: missingVerdict(reason),
    text: missingText(reason),
  };
}
