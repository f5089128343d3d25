import type { RunResult } from "../model/results/run-result.ts";
import type { ComparedEnvironment } from "./compared-environment.ts";

/**
 * Lists the environments whose targets differ between two runs, sorted by name. Runs with a common run cache share the
 * objects of unchanged environments, so identity is enough.
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
