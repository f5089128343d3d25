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

/** A run that was to leave a report in a folder, and a pull request that it may be about. */
export interface ReportRequest {
  readonly client: GitHubClient;
  readonly repository: RepositoryName;
  readonly pull: FoundPullRequest;
  /** Login of the account that the token belongs to. */
  readonly author: string;
  /** Where the artifact was unpacked; need not be there. */
  readonly folder: string;
  readonly run: {
    readonly head: string;
    readonly sequence: number;
    /** Where it can be read on GitHub. */
    readonly url: string;
    /** Whether it was cancelled, which a newer run does. */
    readonly replaced: boolean;
  };
  readonly log: (text: string) => void;
}

/** Writes the comment and the check run of one pull request: its report, or that there is none to believe. Gives whether there was one. */
export async function reportOn(request: ReportRequest): Promise<boolean> {
  const { client, repository, pull, author, run, log } = request;
  const { text, verdict, believed } = await whatToSay(request);
  const { head, sequence } = run;
  const { number } = pull;
  const shared = { client, repository, log };
  await writeComment({ ...shared, number, author, text, state: { head, sequence } });
  if (believed || !run.replaced) {
    const id = `${number}-${sequence}`;
    await writeCheckRun({ ...shared, sha: head, name: "altostrata / policy", id, verdict });
  }
  return believed;
}

interface Said {
  readonly text: CommentText;
  readonly verdict: CheckVerdict;
  readonly believed: boolean;
}

async function whatToSay({
  client,
  repository,
  pull,
  folder,
  run,
  log,
}: ReportRequest): Promise<Said> {
  try {
    const comparison = readReport(folder);
    await believeReport(client, { repository, pull, head: run.head }, comparison);
    const code = await changedCode(client, repository, pull.number);
    return sayReport(comparison, code);
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    log(`no report about #${pull.number}: ${error.message}`);
    const missing = { why: error.message, run: run.url, onlyReplace: run.replaced };
    return { text: missingText(missing), verdict: missingVerdict(error.message), believed: false };
  }
}

/** A report of the right shape can still be one that nothing can print, nested too deep for instance. */
function sayReport(comparison: Comparison, code: ChangedCode): Said {
  try {
    const text = reportText(comparison, code);
    text.print(commentBudget);
    return { text, verdict: checkVerdict(comparison, code), believed: true };
  } catch (error) {
    throw new ReportError("the report cannot be printed", { cause: error });
  }
}
