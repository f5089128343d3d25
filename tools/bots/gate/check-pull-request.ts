import type { ComparedCommits } from "../publish/compare-commits.ts";
import type { PublishContext } from "../publish/publish-context.ts";
import { askedOwners } from "./asked-owners.ts";
import { describeOwner } from "./gate-messages.ts";
import type { GateResult } from "./gate-verdict.ts";
import { checkState } from "./check-state.ts";
import { noteRefusals } from "./note-refusals.ts";

/** Evaluates a pull request before the queue. Approvals are not required yet: missing ones are hints. */
export async function checkPullRequest(
  context: PublishContext,
  { number, author }: { readonly number: number; readonly author: string },
  { base, head, comparison }: ComparedCommits,
): Promise<GateResult> {
  const asked = await askedOwners(context, comparison.owners, { author, approvals: [] });
  return {
    refusals: [
      ...checkState(number, comparison),
      ...(await noteRefusals(context.git, comparison, { base, head })),
    ],
    hints: asked.map(describeOwner),
  };
}
