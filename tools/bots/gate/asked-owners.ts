import type { AffectedOwner } from "@altostrata/pipeline";
import type { PublishContext } from "../publish/publish-context.ts";
import { ownersToAsk, type OwnerToAsk, type Reviewers } from "./owners-to-ask.ts";
import { teamMembers } from "./team-members.ts";

/** The affected owners without an approval, with team members as far as the token can read them. */
export async function askedOwners(
  { client, log }: PublishContext,
  owners: readonly AffectedOwner[],
  reviewers: Omit<Reviewers, "members">,
): Promise<readonly OwnerToAsk[]> {
  const members = await teamMembers(client, owners, log);
  return ownersToAsk(owners, { ...reviewers, members });
}
