import { checkPolicy } from "../../pipeline/policy/check-policy.ts";
import { processorTime, timedRun } from "./timed-run.ts";

/** The processor time that all rules take over 1,000 manifests once they are warm. */
export interface RuleTime {
  readonly rules: number;
  readonly milliseconds: number;
}

/** Judges an estate five times in this process and takes the fastest; the first times compile the rules' code. */
export async function ruleTime(estate: string, asOf: string): Promise<RuleTime> {
  const { result, policies } = await timedRun(estate, asOf);
  // Views and manifests are made again for who asks later, and here only rules is measured.
  const targets = result.targets.map((target) => ({ ...target }));
  const manifests = result.targets.reduce((sum, target) => sum + target.manifests.length, 0);
  const times = Array.from({ length: 5 }, () => {
    const started = processorTime();
    checkPolicy({ ...result, targets, policies, partial: true });
    return processorTime() - started;
  });
  return {
    rules: policies.bundle.rules.length,
    milliseconds: (Math.min(...times) / manifests) * 1000,
  };
}
