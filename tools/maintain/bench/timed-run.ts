import { join } from "node:path";
import {
  folderOnDisk,
  loadPolicies,
  run,
  workTreeReader,
  type Policies,
  type RunRequest,
  type RunResult,
} from "@altostrata/pipeline";

/** A run with the processor time of each step in milliseconds, which excludes other programs. */
export interface TimedRun {
  readonly result: RunResult;
  readonly policies: Policies;
  readonly steps: Readonly<Record<string, number>>;
}

/** Runs an estate once in this process and takes the processor time of each step. */
export async function timedRun(
  estate: string,
  asOf: string,
  onRendered?: RunRequest["onRendered"],
): Promise<TimedRun> {
  const policies = await loadPolicies(folderOnDisk(join(estate, "policies")));
  const steps: Record<string, number> = {};
  let [step, since] = ["", processorTime()];
  const onProgress = (next: string): void => {
    const now = processorTime();
    if (step !== "") steps[step] = (steps[step] ?? 0) + now - since;
    [step, since] = [next, now];
  };
  const reader = workTreeReader(estate);
  const result = await run({
    reader,
    policies,
    asOf,
    onProgress,
    ...(onRendered ? { onRendered } : {}),
  });
  onProgress("");
  return { result, policies, steps };
}

/** The processor time of this process so far in milliseconds, over all threads. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
