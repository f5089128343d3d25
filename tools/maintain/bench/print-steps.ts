import { timedRun } from "./timed-run.ts";

/** What a run had to do, and the milliseconds of processor time that each step took. */
export interface Steps {
  readonly targets: number;
  readonly manifests: number;
  readonly steps: Readonly<Record<string, number>>;
}

// `node log-steps.ts ESTATE DAY` prints them of a run in a fresh process.
const [estate = "", asOf = ""] = process.argv.slice(2);
const { result, steps } = await timedRun(estate, asOf);
const manifests = result.targets.reduce((sum, target) => sum + target.manifests.length, 0);
const output: Steps = { targets: result.targets.length, manifests, steps };
console.log(JSON.stringify(output));
