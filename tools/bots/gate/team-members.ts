import type { AffectedOwner } from "@altostrata/pipeline";
import type { GitHubClient } from "../github/github-client.ts";

/**
 * Logins by team, for the owners that are teams. A team that the token cannot read is missing: the token of a workflow reads none, and
 * that of an App needs the organisation permission `members: read`.
 */
export async function teamMembers(
  client: GitHubClient,
  owners: readonly AffectedOwner[],
  log: (text: string) => void,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const members = new Map<string, readonly string[]>();
  for (const { owner } of owners) {
    const [organisation = "", team] = owner.slice(1).split("/");
    if (team === undefined) continue;
    const people = await listMembers(client, { organisation, team });
    if (people) members.set(owner, people);
    else log(`cannot read the members of ${owner}`);
  }
  return members;
}

async function listMembers(
  client: GitHubClient,
  { organisation, team }: { organisation: string; team: string },
): Promise<readonly string[] | undefined> {
  try {
    const people = await client.paginate(client.rest.teams.listMembersInOrg, {
      org: organisation,
      team_slug: team,
      per_page: 100,
    });
    return people.map(({ login }) => login);
  } catch (error) {
    const status = error instanceof Error && "status" in error ? Number(error.status) : 0;
    if (status === 403 || status === 404) return undefined;
    throw error;
  }
}
