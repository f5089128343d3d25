import { cachedSteps, type RunRequest, type Steps } from "@altostrata/pipeline";
import { openStore } from "../cache/open-store.ts";
import { showProgress } from "../terminal/progress.ts";

/** The steps of a run, and its progress line on the terminal. */
export interface RunContext extends Required<Pick<RunRequest, "onProgress">> {
  readonly steps: Steps;
}

/** Runs the pipeline with a progress line, and with the stored results of earlier runs if wanted. */
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
