import type { RunResult } from "../model/results/run-result.ts";
import type { ComparedEnvironment } from "./compared-environment.ts";

/**
 * The environments of which two runs have not the very same targets, sorted by name. What runs share they share by a memory,
 * because nothing that it is made of has changed; so nothing in another environment can differ.
 */
export function changedEnvironments(base: RunResult, head: RunResult): ComparedEnvironment[] {
  const [before, after] = [new Set(base.targets), new Set(head.targets)];
  const differing = [
    ...head.targets.filter((target) => !before.has(target)),
    ...base.targets.filter((target) => !after.has(target)),
  ];
  const names = [...new Set(differing.map(({ environment }) => environment))].sort();
  return names.map((environment) => {
    const sideOf = ({ desiredState, targets }: RunResult) => ({
      desiredState,
      targets: targets.filter((target) => target.environment === environment),
    });
    return { environment, base: sideOf(base), head: sideOf(head) };
  });
}
