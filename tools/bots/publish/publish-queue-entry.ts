import { checkQueueEntry } from "../gate/check-queue-entry.ts";
import { queueEntry } from "../gate/queue-entry.ts";
import { resultOrReason } from "./compare-commits.ts";
import type { PublishContext } from "./publish-context.ts";
import { writeGateCheck } from "./write-gate-check.ts";

/** A run of the merge queue. */
export interface QueueRun {
  readonly branch: string;
  readonly head: string;
  /** The branch that the gate protects. */
  readonly protectedBranch: string;
}

/** Publishes the gate's check on an entry of the merge queue. */
export async function publishQueueEntry(
  context: PublishContext,
  { branch, head, protectedBranch }: QueueRun,
): Promise<void> {
  const entry = queueEntry(branch);
  if (entry?.target !== protectedBranch) {
    context.log(`${branch} is not an entry of the merge queue of ${protectedBranch}`);
    return;
  }
  const judged = await resultOrReason(() => checkQueueEntry(context, entry, head), context.log);
  const result = "result" in judged ? judged.result : { refusals: [judged.reason], hints: [] };
  await writeGateCheck(context, head, result);
}
