import { join } from "node:path";
import { folderOnDisk, judgeAgain, loadPolicies, run, workTreeReader } from "@altostrata/pipeline";

/** How long all rules take over 1,000 manifests once they are warm. */
export interface JudgeTime {
  readonly rules: number;
  readonly milliseconds: number;
}

/** Judges an estate three times in this process and takes the fastest; the first times compile the rules' code. */
export async function judgeTime(estate: string): Promise<JudgeTime> {
  const policies = await loadPolicies(folderOnDisk(join(estate, "policies")));
  const result = await run({ reader: workTreeReader(estate), policies, asOf: "2026-11-24" });
  const manifests = result.targets.reduce((sum, target) => sum + target.manifests.length, 0);
  const times = Array.from({ length: 3 }, () => {
    const started = performance.now();
    judgeAgain(result, policies);
    return performance.now() - started;
  });
  return {
    rules: policies.bundle.rules.length,
    milliseconds: (Math.min(...times) / manifests) * 1000,
  };
}
