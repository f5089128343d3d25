/** An entry of the merge queue. */
export interface QueueEntry {
  readonly target: string;
  readonly number: number;
  /** The commit in the name, on which GitHub built the entry. Earlier entries of the queue are part of it. */
  readonly base: string;
}

/**
 * The entry that a branch of the merge queue adds. GitHub names these gh-readonly-queue/<target>/pr-<number>-<commit>. Undefined for
 * other names.
 */
export function queueEntry(branch: string): QueueEntry | undefined {
  // The target can contain such a name; the last number and commit count.
  const match = /^gh-readonly-queue\/(.+)\/pr-([0-9]+)-([0-9a-f]{40,64})$/.exec(branch);
  const [, target, number, base] = match ?? [];
  if (target === undefined || base === undefined) return undefined;
  return { target, number: Number(number), base };
}
