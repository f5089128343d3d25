import type { GitHubClient } from "../github/github-client.ts";
import type { RepositoryName } from "../github/repository-name.ts";

/** Somebody's approval that stands, and the commit that it was given to. */
export interface Approval {
  readonly login: string;
  readonly commit: string;
}

/** The approvals of a pull request that nobody has taken back, of people who may write: anybody on GitHub can give one. */
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
    if (!user || !commit || state === "COMMENTED" || state === "PENDING") continue;
    latest.set(user.login, { login: user.login, state, commit });
  }
  const approvals: Approval[] = [];
  for (const { login, state, commit } of latest.values()) {
    if (state !== "APPROVED" || !(await mayWrite(client, repository, login))) continue;
    approvals.push({ login, commit });
  }
  return approvals;
}

const writers: ReadonlySet<string> = new Set(["admin", "maintain", "write"]);

async function mayWrite(
  client: GitHubClient,
  repository: RepositoryName,
  username: string,
): Promise<boolean> {
  try {
    const asked = { ...repository, username };
    const { data } = await client.rest.repos.getCollaboratorPermissionLevel(asked);
    return [data.permission, data.role_name].some((role) => writers.has(role));
  } catch (error) {
    // Nobody of this repository.
    if (error instanceof Error && "status" in error && error.status === 404) return false;
    throw error;
  }
}
