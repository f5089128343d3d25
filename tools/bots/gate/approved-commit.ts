import type { GitHubClient } from "../github/github-client.ts";
import type { RepositoryName } from "../github/repository-name.ts";

/** The commit that the latest standing approval of a pull request was given to; undefined where nobody approves. */
export async function approvedCommit(
  client: GitHubClient,
  repository: RepositoryName,
  number: number,
): Promise<string | undefined> {
  const reviews = await client.paginate(client.rest.pulls.listReviews, {
    ...repository,
    pull_number: number,
    per_page: 100,
  });
  // A later review of the same person replaces the earlier one; a comment replaces nothing.
  const latest = new Map<string, { state: string; commit: string }>();
  for (const { user, state, commit_id: commit } of reviews) {
    if (user && commit && state !== "COMMENTED") latest.set(user.login, { state, commit });
  }
  const approvals = [...latest.values()].filter(({ state }) => state === "APPROVED");
  return approvals.at(-1)?.commit;
}
