import { cachedSteps, type RunRequest, type Steps } from "@altostrata/pipeline";
import { openStore } from "../cache/open-store.ts";
import { showProgress } from "../terminal/progress.ts";

/** The steps of a run, and its line on the terminal. */
export interface RunContext extends Required<Pick<RunRequest, "onProgress">> {
  readonly steps: Steps;
}

/** Runs the pipeline with progress on a terminal and, when wanted, with the results that earlier runs stored on this machine. */
export async function withRunContext<Result>(
  { cache }: { readonly cache: boolean },
  run: (context: RunContext) => Promise<Result>,
): Promise<Result> {
  const { onProgress, clear } = showProgress();
  const store = openStore(cache);
  try {
    return await run({ onProgress, steps: cachedSteps(store) });
  } finally {
    store?.close();
    clear();
  }
}
