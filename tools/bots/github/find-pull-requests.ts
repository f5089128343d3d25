import type { GitHubClient } from "./github-client.ts";
import type { RepositoryName } from "./repository-name.ts";

/** The branch and commit of a run, as GitHub's event gives them. */
export interface RunHead {
  readonly sha: string;
  readonly branch: string;
  /** Owner of the repository with the branch: a fork or this repository. */
  readonly owner: string;
}

/** An open pull request. */
export interface FoundPullRequest {
  readonly number: number;
  readonly author: string;
  /** The branch that it targets, and that branch's commit. */
  readonly target: string;
  readonly base: string;
}

/**
 * The open pull requests whose newest commit is the run's commit. There are several when one branch targets several others, and none
 * when the branch moved on or the pull request was closed.
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
    .map(({ number, base, user }) => ({
      number,
      author: user?.login ?? "",
      target: base.ref,
      base: base.sha,
    }));
}

/** The newest commit of a pull request, and whether it is open. */
export async function pullRequestHead(
  client: GitHubClient,
  repository: RepositoryName,
  number: number,
): Promise<{ readonly sha: string; readonly open: boolean }> {
  const { data } = await client.rest.pulls.get({ ...repository, pull_number: number });
  return { sha: data.head.sha, open: data.state === "open" };
}
