import type { Comparison } from "@altostrata/pipeline";
import { commentBudget } from "@altostrata/report/change";
import type { FoundPullRequest } from "../github/find-pull-requests.ts";
import type { GitHubClient } from "../github/github-client.ts";
import type { RepositoryName } from "../github/repository-name.ts";
import { believeReport } from "./believe-report.ts";
import { changedCode, type ChangedCode } from "./changed-code.ts";
import { checkVerdict, missingVerdict } from "./check-verdict.ts";
import type { CommentText } from "./comment-body.ts";
import { missingText, reportText } from "./comment-words.ts";
import { readReport, ReportError } from "./read-report.ts";
import { writeCheckRun, type CheckVerdict } from "./write-check-run.ts";
import { writeComment } from "./write-comment.ts";

/** A run that was to leave a report in a folder, and the pull requests that it may be about. */
export interface ReportRequest {
  readonly client: GitHubClient;
  readonly repository: RepositoryName;
  /** Several where one branch goes to several others. */
  readonly pulls: readonly FoundPullRequest[];
  /** Login of the account that the token belongs to. */
  readonly author: string;
  /** Where the artifact was unpacked; need not be there. */
  readonly folder: string;
  readonly run: {
    readonly head: string;
    readonly sequence: number;
    /** Where it can be read on GitHub. */
    readonly url: string;
    /** Whether it did not come to its end: a newer one cancelled it, or it waits for somebody who lets a stranger's code run. */
    readonly unfinished: boolean;
  };
  readonly log: (text: string) => void;
}

/**
 * Writes the comment and the check run of the pull request that a report is about, or on all of them that there is none to believe. Gives
 * whether there was one.
 */
export async function reportOn(request: ReportRequest): Promise<boolean> {
  const said: Said[] = [];
  for (const pull of request.pulls) said.push(await whatToSay(request, pull));
  const believed = said.filter((one) => one.believed);
  // What is not about one pull request may be about another of the same branch, whose own run reports.
  for (const one of believed.length > 0 ? believed : said) await write(request, one);
  return believed.length > 0;
}

interface Said {
  readonly number: number;
  readonly text: CommentText;
  readonly verdict: CheckVerdict;
  readonly believed: boolean;
}

async function write(
  { client, repository, author, run, log }: ReportRequest,
  { number, text, verdict, believed }: Said,
): Promise<void> {
  const { head, sequence, unfinished } = run;
  const shared = { client, repository, log };
  await writeComment({ ...shared, number, author, text, state: { head, sequence } });
  if (unfinished && !believed) return;
  const id = `${number}-${sequence}`;
  await writeCheckRun({ ...shared, sha: head, name: "altostrata / policy", id, verdict });
}

async function whatToSay(request: ReportRequest, pull: FoundPullRequest): Promise<Said> {
  const { client, repository, folder, run, log } = request;
  const { number } = pull;
  try {
    const comparison = readReport(folder);
    await believeReport(client, { repository, pull, head: run.head }, comparison);
    return { number, ...sayReport(comparison, await changedCode(client, repository, number)) };
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    const why = error.message;
    log(`no report about #${number}: ${why}`);
    const text = missingText({ why, run: run.url, onlyReplace: run.unfinished });
    return { number, text, verdict: missingVerdict(why), believed: false };
  }
}

/** A report of the right shape can still be one that nothing can print, nested too deep for instance. */
function sayReport(comparison: Comparison, code: ChangedCode): Omit<Said, "number"> {
  try {
    const text = reportText(comparison, code);
    text.print(commentBudget);
    return { text, verdict: checkVerdict(comparison, code), believed: true };
  } catch (error) {
    throw new ReportError("the report cannot be printed", { cause: error });
  }
}
