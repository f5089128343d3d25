import type { RunResult } from "./model/results/run-result.ts";
import { openRun, type RunRequest } from "./open-run.ts";

/** The whole flow: load, check schema, resolve, then render, check and judge each environment; everything found, as data. */
export async function run(request: RunRequest): Promise<RunResult> {
  const opened = await openRun(request);
  for (const environment of opened.environments) opened.judge(environment);
  return opened.finish();
}
