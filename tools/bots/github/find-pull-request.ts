import type { GitHubClient } from "./github-client.ts";
import type { RepositoryName } from "./repository-name.ts";

/** Where a run's commit stands: what GitHub itself says of the run, never what an artifact says. */
export interface RunHead {
  readonly sha: string;
  readonly branch: string;
  /** Owner of the repository that the branch is in, a fork or the same. */
  readonly owner: string;
}

/** The open pull request whose newest commit is the run's; undefined when the branch has moved on or is closed. */
export async function findPullRequest(
  client: GitHubClient,
  repository: RepositoryName,
  { sha, branch, owner }: RunHead,
): Promise<number | undefined> {
  const pulls = await client.paginate(client.rest.pulls.list, {
    ...repository,
    state: "open",
    head: `${owner}:${branch}`,
    per_page: 100,
  });
  return pulls.find((pull) => pull.head.sha === sha)?.number;
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
