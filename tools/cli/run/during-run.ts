import { createMemory, type RunRequest } from "@altostrata/pipeline";
import { aheadShelf } from "../ahead/ahead-shelf.ts";
import type { AheadWork } from "../ahead/ahead-work.ts";
import { openShelf } from "../cache/open-shelf.ts";
import { showProgress } from "../terminal/progress.ts";

/**
 * Does what runs the pipeline, with progress on a terminal and, when wanted, with what earlier runs kept on this machine. Of
 * large estates a second thread does a part, where `work` tells it what is run.
 */
export async function duringRun<Result>(
  {
    cache,
    work,
  }: { readonly cache: boolean; readonly work?: Omit<AheadWork, "cache"> | undefined },
  run: (aids: Required<Pick<RunRequest, "memory" | "onProgress">>) => Promise<Result>,
): Promise<Result> {
  const { onProgress, clear } = showProgress();
  const folder = openShelf(cache);
  const ahead = work && aheadShelf({ ...work, cache }, folder);
  try {
    return await run({ onProgress, memory: createMemory(ahead ?? folder) });
  } finally {
    ahead?.close();
    folder?.close();
    clear();
  }
}
