import { compareStates, type StatesToCompare } from "@altostrata/git";
import type { Comparison } from "@altostrata/pipeline";
import { describeDiagnostic } from "@altostrata/report";
import { lockInComparison } from "@altostrata/topology";
import { duringRun } from "../../run/during-run.ts";

type StatesOnDisk = Omit<StatesToCompare, "describe" | "lockIn" | "onProgress" | "memory">;

/** Two states compared, with progress on a terminal. Throws GitError when git has none of them. */
export function compareEstates({
  cache,
  ...states
}: StatesOnDisk & { readonly cache: boolean }): Promise<Comparison> {
  return duringRun({ cache }, (aids) =>
    compareStates({ ...states, ...aids, lockIn: lockInComparison, describe: describeDiagnostic }),
  );
}
