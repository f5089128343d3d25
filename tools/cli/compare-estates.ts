import { compareStates, GitError, type StatesToCompare } from "@altostrata/git";
import { createMemory, type Comparison } from "@altostrata/pipeline";
import { describeDiagnostic } from "@altostrata/report";
import { lockInComparison } from "@altostrata/topology";
import { openShelf, type CacheChoice } from "./cache/open-shelf.ts";
import { CannotRunError } from "./cannot-run-error.ts";
import { showProgress } from "./progress.ts";

/** Two states compared, with progress on a terminal. Throws CannotRunError when git has none of them. */
export async function compareEstates({
  cache,
  ...request
}: Omit<StatesToCompare, "describe" | "lockIn" | "onProgress" | "memory"> &
  CacheChoice): Promise<Comparison> {
  const { onProgress, clear } = showProgress();
  const shelf = openShelf(cache);
  try {
    return await compareStates({
      ...request,
      memory: createMemory(shelf),
      onProgress,
      lockIn: lockInComparison,
      describe: describeDiagnostic,
    });
  } catch (error) {
    if (error instanceof GitError) throw new CannotRunError(error.message);
    throw error;
  } finally {
    shelf?.close();
    clear();
  }
}
