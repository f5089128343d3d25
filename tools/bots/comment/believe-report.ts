import type { Comparison } from "@altostrata/pipeline";
import type { FoundPullRequest } from "../github/find-pull-requests.ts";
import type { GitHubClient } from "../github/github-client.ts";
import type { RepositoryName } from "../github/repository-name.ts";
import { ReportError } from "./read-report.ts";

/** Whom a report is about, by what GitHub says. */
export interface ReportSubject {
  readonly repository: RepositoryName;
  readonly pull: FoundPullRequest;
  /** The newest commit of the pull request. */
  readonly head: string;
}

/**
 * Makes sure that a report is about this pull request: from where it leaves the branch that it goes to, to its newest commit. Throws
 * ReportError for that of another pull request, of an older commit, or from before it was pointed at another branch.
 */
export async function believeReport(
  client: GitHubClient,
  { repository, pull, head }: ReportSubject,
  comparison: Comparison,
): Promise<void> {
  if (comparison.head.commit !== head) throw new ReportError("the report is about another commit");
  const { data } = await client.rest.repos.compareCommitsWithBasehead({
    ...repository,
    basehead: `${pull.base}...${head}`,
    per_page: 1,
  });
  if (comparison.base.commit !== data.merge_base_commit.sha) {
    throw new ReportError("the report compares with another commit than the pull request does");
  }
}
