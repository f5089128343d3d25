import { createMemory, type RunRequest } from "@altostrata/pipeline";
import { openShelf } from "./cache/open-shelf.ts";
import { showProgress } from "./progress.ts";

/** Does what runs the pipeline, with progress on a terminal and, when wanted, with what earlier runs kept on this machine. */
export async function duringRun<Result>(
  cache: boolean,
  work: (aids: Required<Pick<RunRequest, "memory" | "onProgress">>) => Promise<Result>,
): Promise<Result> {
  const { onProgress, clear } = showProgress();
  const shelf = openShelf(cache);
  try {
    return await work({ onProgress, memory: createMemory(shelf) });
  } finally {
    shelf?.close();
    clear();
  }
}
