import type { TargetResult } from "../model/run-result.ts";

/**
 * Names of the environments of which two runs have not the very same targets, sorted. What runs share they share by a memory,
 * because nothing that it is made of has changed; so nothing in another environment can differ.
 */
export function changedEnvironments(
  base: readonly TargetResult[],
  head: readonly TargetResult[],
): readonly string[] {
  const [before, after] = [new Set(base), new Set(head)];
  const differing = [
    ...head.filter((target) => !before.has(target)),
    ...base.filter((target) => !after.has(target)),
  ];
  return [...new Set(differing.map(({ environment }) => environment))].sort();
}
