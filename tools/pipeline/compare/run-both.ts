import type { ComparedEnvironment } from "../diff/compared-environment.ts";
import type { RunResult } from "../model/results/run-result.ts";
import { finishRun } from "../run.ts";
import { renderEnvironment } from "../run/render-and-check.ts";
import type { EnvironmentRecord, ResolvedEstate, Steps } from "../steps.ts";

/** A pair of values for two states of an estate. */
export interface Both<Side> {
  readonly base: Side;
  readonly head: Side;
}

/** The results of two states. */
export interface BothResults extends Both<RunResult> {
  /** Environments with equal inputs on both sides, sorted. */
  readonly unchanged: readonly string[];
}

/**
 * Runs two states, one environment after the other, so that only one environment's manifests are in memory. Calls
 * `onChanged` for each environment with different inputs.
 */
export async function runBoth(
  { base, head }: Both<ResolvedEstate>,
  steps: Steps,
  onChanged?: (environment: ComparedEnvironment) => void,
): Promise<BothResults> {
  const records = { base: new Array<EnvironmentRecord>(), head: new Array<EnvironmentRecord>() };
  const unchanged: string[] = [];
  for (const environment of [...new Set([...base.environments, ...head.environments])].sort()) {
    const before = await steps.runEnvironment(base, environment);
    const after = await steps.runEnvironment(head, environment);
    records.base.push(before.record);
    records.head.push(after.record);
    if (isUnchanged(environment, { base, head })) unchanged.push(environment);
    else
      onChanged?.({
        environment,
        base: {
          desiredState: base.desiredState,
          targets: before.rendered ?? renderEnvironment(base, environment).rendered,
        },
        head: {
          desiredState: head.desiredState,
          targets: after.rendered ?? renderEnvironment(head, environment).rendered,
        },
      });
  }
  return {
    base: finishRun(base, records.base, steps),
    head: finishRun(head, records.head, steps),
    unchanged,
  };
}

/** Renders an environment that is equal on both sides. */
export function renderUnchanged(
  environment: string,
  { base, head }: Both<ResolvedEstate>,
): ComparedEnvironment {
  const targets = renderEnvironment(head, environment).rendered;
  return {
    environment,
    base: { desiredState: base.desiredState, targets },
    head: { desiredState: head.desiredState, targets },
  };
}

function isUnchanged(environment: string, { base, head }: Both<ResolvedEstate>): boolean {
  const inputs = base.inputs.environments.get(environment);
  return inputs !== undefined && inputs === head.inputs.environments.get(environment);
}
