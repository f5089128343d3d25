import type { GitHubClient } from "./github-client.ts";
import type { RepositoryName } from "./repository-name.ts";

/** Where a run's commit stands: what GitHub itself says of the run, never what an artifact says. */
export interface RunHead {
  readonly sha: string;
  readonly branch: string;
  /** Owner of the repository that the branch is in, a fork or the same. */
  readonly owner: string;
}

/** A pull request and the commit of the branch that it goes to. */
export interface FoundPullRequest {
  readonly number: number;
  readonly base: string;
}

/**
 * The open pull requests whose newest commit is the run's; none when the branch has moved on or they are closed. There are several
 * where one branch goes to two others.
 */
export async function findPullRequests(
  client: GitHubClient,
  repository: RepositoryName,
  { sha, branch, owner }: RunHead,
): Promise<readonly FoundPullRequest[]> {
  const pulls = await client.paginate(client.rest.pulls.list, {
    ...repository,
    state: "open",
    head: `${owner}:${branch}`,
    per_page: 100,
  });
  return pulls
    .filter((pull) => pull.head.sha === sha)
    .map(({ number, base }) => ({ number, base: base.sha }));
}

/** The newest commit of a pull request now, and whether it is still open. */
export async function pullRequestHead(
  client: GitHubClient,
  repository: RepositoryName,
  number: number,
): Promise<{ readonly sha: string; readonly open: boolean }> {
  const { data } = await client.rest.pulls.get({ ...repository, pull_number: number });
  return { sha: data.head.sha, open: data.state === "open" };
}
