import type { GitHubClient } from "../github/github-client.ts";
import type { RepositoryName } from "../github/repository-name.ts";

/** A valid approval, and the commit that it approves. */
export interface Approval {
  readonly login: string;
  readonly commit: string;
}

/**
 * The latest approvals by people with write access. Everyone on GitHub can approve, so others do not count. Bots do not count either:
 * anyone with push access can approve as the bot of the workflows.
 */
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
  // A later review by the same person replaces the earlier one. A comment replaces none.
  const latest = new Map<string, Approval & { state: string }>();
  for (const { user, state, commit_id: commit } of reviews) {
    if (!user || user.type === "Bot" || !commit || state === "COMMENTED" || state === "PENDING")
      continue;
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
    // Not a collaborator.
    if (error instanceof Error && "status" in error && error.status === 404) return false;
    throw error;
  }
}
