import { timedRun } from "./timed-run.ts";

/** The size of a run, and the processor time of each step in milliseconds. */
export interface Steps {
  readonly targets: number;
  readonly manifests: number;
  readonly steps: Readonly<Record<string, number>>;
}

// `node print-steps.ts ESTATE DAY` prints the steps of a run in a new process.
const [estate = "", asOf = ""] = process.argv.slice(2);
const { result, steps } = await timedRun(estate, asOf);
const manifests = result.targets.reduce((sum, target) => sum + target.manifests, 0);
const told: Steps = { targets: result.targets.length, manifests, steps };
console.log(JSON.stringify(told));
