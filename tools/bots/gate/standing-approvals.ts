import type { GitHubClient } from "../github/github-client.ts";
import type { RepositoryName } from "../github/repository-name.ts";

/** Somebody's approval that stands, and the commit that it was given to. */
export interface Approval {
  readonly login: string;
  readonly commit: string;
}

/** The approvals of a pull request that nobody has taken back, the latest last. */
export async function standingApprovals(
  client: GitHubClient,
  repository: RepositoryName,
  number: number,
): Promise<readonly Approval[]> {
  const reviews = await client.paginate(client.rest.pulls.listReviews, {
    ...repository,
    pull_number: number,
    per_page: 100,
  });
  // A later review of the same person replaces the earlier one; a comment replaces nothing.
  const latest = new Map<string, Approval & { state: string }>();
  for (const { user, state, commit_id: commit } of reviews) {
    if (!user || !commit || state === "COMMENTED") continue;
    latest.delete(user.login);
    latest.set(user.login, { login: user.login, state, commit });
  }
  return [...latest.values()]
    .filter(({ state }) => state === "APPROVED")
    .map(({ login, commit }) => ({ login, commit }));
}
