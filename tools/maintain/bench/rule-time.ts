import type { RenderedTarget } from "@altostrata/pipeline";
import { evaluateEnvironment } from "../../pipeline/policy/evaluate/evaluate-environment.ts";
import { ruleContext } from "../../pipeline/policy/evaluate/rule-context.ts";
import { processorTime, timedRun } from "./timed-run.ts";

/** The processor time that all rules about targets and environments take over 1,000 manifests once they are warm. */
export interface RuleTime {
  readonly rules: number;
  readonly milliseconds: number;
}

/** Evaluates an estate five times in this process and takes the fastest; the first times compile the rules' code. */
export async function ruleTime(estate: string, asOf: string): Promise<RuleTime> {
  const environments: (readonly RenderedTarget[])[] = [];
  const onRendered = (targets: readonly RenderedTarget[]) => environments.push(targets);
  const { result, policies } = await timedRun(estate, asOf, onRendered);
  const context = ruleContext({ ...result, policies });
  const manifests = result.targets.reduce((sum, target) => sum + target.manifests, 0);
  const times = Array.from({ length: 5 }, () => {
    const started = processorTime();
    for (const targets of environments)
      evaluateEnvironment(targets[0]?.environment ?? "", targets, context);
    return processorTime() - started;
  });
  return {
    rules: policies.bundle.rules.length,
    milliseconds: (Math.min(...times) / manifests) * 1000,
  };
}
