import { compareStates, type StatesToCompare } from "@altostrata/git";
import type { Comparison } from "@altostrata/pipeline";
import { describeDiagnostic } from "@altostrata/report";
import { lockInComparison } from "@altostrata/topology";
import { withRunContext } from "../../run/with-run-context.ts";

type StatesOnDisk = Omit<StatesToCompare, "describe" | "lockIn" | "onProgress" | "steps">;

/** Compares two states, with progress on a terminal. Throws GitError when git cannot find one of them. */
export function compareEstates({
  cache,
  ...states
}: StatesOnDisk & { readonly cache: boolean }): Promise<Comparison> {
  return withRunContext({ cache }, (context) =>
    compareStates({
      ...states,
      ...context,
      lockIn: lockInComparison,
      describe: describeDiagnostic,
    }),
  );
}
