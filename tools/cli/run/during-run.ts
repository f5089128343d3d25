import { createMemory, type RunRequest } from "@altostrata/pipeline";
import { openShelf } from "../cache/open-shelf.ts";
import { showProgress } from "../terminal/progress.ts";

/** Does what runs the pipeline, with progress on a terminal and, when wanted, with what earlier runs kept on this machine. */
export async function duringRun<Result>(
  { cache }: { readonly cache: boolean },
  run: (aids: Required<Pick<RunRequest, "memory" | "onProgress">>) => Promise<Result>,
): Promise<Result> {
  const { onProgress, clear } = showProgress();
  const folder = openShelf(cache);
  try {
    return await run({ onProgress, memory: createMemory(folder) });
  } finally {
    folder?.close();
    clear();
  }
}
