import { compareStates, GitError, type StatesToCompare } from "@altostrata/git";
import type { Comparison } from "@altostrata/pipeline";
import { describeDiagnostic } from "@altostrata/report";
import { lockInChange } from "@altostrata/topology";
import { CannotRunError } from "./cannot-run-error.ts";
import { showProgress } from "./progress.ts";

/** Two states compared, with progress on a terminal. Throws CannotRunError when git has none of them. */
export async function compareEstates(
  request: Omit<StatesToCompare, "describe" | "lockIn" | "onProgress">,
): Promise<Comparison> {
  const { onProgress, clear } = showProgress();
  try {
    return await compareStates({
      ...request,
      onProgress,
      lockIn: lockInChange,
      describe: describeDiagnostic,
    });
  } catch (error) {
    if (error instanceof GitError) throw new CannotRunError(error.message);
    throw error;
  } finally {
    clear();
  }
}
