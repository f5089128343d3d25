import { checkPolicy } from "../../pipeline/policy/check-policy.ts";
import { processorTime, timedRun } from "./timed-run.ts";

/** The processor time of all rules for 1,000 manifests, after a warm-up. */
export interface RuleTime {
  readonly rules: number;
  readonly milliseconds: number;
}

/**
 * Evaluates an estate five times in this process and takes the fastest; the first runs compile the code of the rules.
 */
export async function ruleTime(estate: string, asOf: string): Promise<RuleTime> {
  const { result, policies } = await timedRun(estate, asOf);
  // Computes lazy views and manifests first, so that only the rules are measured.
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
