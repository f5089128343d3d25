/**
 * The number of the pull request that a branch of the merge queue adds, which is called gh-readonly-queue/<branch>/pr-<number>-<commit>;
 * undefined for any other name. Entries before it in the queue are in its base.
 */
export function pullRequestOfQueue(ref: string): number | undefined {
  // The branch itself may have such a name; the commit is last.
  const number = /\/gh-readonly-queue\/.+\/pr-([0-9]+)-[0-9a-f]{40,64}$/.exec(ref)?.[1];
  return number === undefined ? undefined : Number(number);
}
