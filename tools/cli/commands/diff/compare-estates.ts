import { compareStates, readingOfBase, type StatesToCompare } from "@altostrata/git";
import type { Comparison } from "@altostrata/pipeline";
import { describeDiagnostic } from "@altostrata/report";
import { lockInComparison } from "@altostrata/topology";
import { duringRun } from "../../run/during-run.ts";

type StatesOnDisk = Omit<StatesToCompare, "describe" | "lockIn" | "onProgress" | "memory">;

/** Compares two states, with progress on a terminal. Throws GitError when git cannot find one of them. */
export function compareEstates({
  cache,
  ...states
}: StatesOnDisk & { readonly cache: boolean }): Promise<Comparison> {
  const { estate, asOf, base, head } = states;
  const both = { base, head, ...readingOfBase };
  return duringRun({ cache, work: { estate, asOf, states: both } }, (aids) =>
    compareStates({ ...states, ...aids, lockIn: lockInComparison, describe: describeDiagnostic }),
  );
}
