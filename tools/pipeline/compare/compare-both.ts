import { openComparison, type ComparedRun } from "../diff/compare-runs.ts";
import type { ComparedEnvironment } from "../diff/compared-environment.ts";
import { followRenames } from "../diff/renames/follow-renames.ts";
import type {
  ComparedDiagnostic,
  Comparison,
  LockInChange,
} from "../model/comparison/comparison.ts";
import type { Diagnostic } from "../model/results/diagnostic.ts";
import type { RunResult } from "../model/results/run-result.ts";
import { policySides } from "./policy-sides.ts";
import { renderUnchanged, runBoth, type Both, type BothResults } from "./run-both.ts";
import type { ResolvedEstate, Steps } from "../steps.ts";

/** Compares lock-in, one environment after the other. */
export interface LockInComparison {
  readonly add: (environment: ComparedEnvironment) => void;
  /** Returns whether a shared fact differs, so that unchanged environments must be added too. */
  readonly needsUnchanged: (base: RunResult, head: RunResult) => boolean;
  readonly finish: (base: RunResult, head: RunResult) => LockInChange;
}

/** The options of a comparison of two states. */
export interface CompareBothRequest {
  readonly names: Both<Omit<ComparedRun, "result">>;
  /** The key for fingerprints of secrets: random, and unknown to readers of the result. */
  readonly redactionKey: Uint8Array;
  /** Returns the text of a diagnostic of the head; the pipeline has no texts. */
  readonly describe: (diagnostic: Diagnostic) => Pick<ComparedDiagnostic, "text">;
  /** Starts the comparison of lock-in; skipped if absent. */
  readonly lockIn?: () => LockInComparison;
}

/**
 * Runs two states, each with its own templates, definitions and rules. Compares each changed environment right after
 * its run.
 */
export async function compareBoth(
  estates: Both<ResolvedEstate>,
  request: CompareBothRequest,
  steps: Steps,
): Promise<Comparison> {
  const comparing = openComparison(request.redactionKey);
  const lockIn = request.lockIn?.();
  const following = followRenames((environment) => {
    comparing.add(environment);
    lockIn?.add(environment);
  });
  const results = await runBoth(estates, steps, following.add);
  following.end();
  const policies = await policySides(estates, results.head, steps);
  return comparing.finish({
    base: { result: results.base, ...request.names.base },
    head: { result: results.head, ...request.names.head },
    ...(lockIn ? compareLockIn(lockIn, estates, results) : {}),
    diagnostics: results.head.diagnostics.map((diagnostic) => {
      const { file, line, column } = diagnostic.at;
      return { code: diagnostic.code, ...request.describe(diagnostic), at: { file, line, column } };
    }),
    ...(policies ? { policies } : {}),
  });
}

function compareLockIn(
  lockIn: LockInComparison,
  estates: Both<ResolvedEstate>,
  { base, head, unchanged }: BothResults,
): { readonly lockIn?: LockInChange } {
  // A state with problems has fewer proofs, which would look like a change of lock-in.
  if (!isSound(base) || !isSound(head)) return {};
  if (lockIn.needsUnchanged(base, head))
    for (const environment of unchanged) lockIn.add(renderUnchanged(environment, estates));
  return { lockIn: lockIn.finish(base, head) };
}

function isSound({ diagnostics }: RunResult): boolean {
  return diagnostics.length === 0;
}
