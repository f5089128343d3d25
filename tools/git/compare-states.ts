import {
  followRenames,
  openComparison,
  type ComparedDiagnostic,
  type ComparedEnvironment,
  type Comparison,
  type Diagnostic,
  type LockInChange,
  type RunResult,
} from "@altostrata/pipeline";
import { runStates, type StatesToRun } from "./run-states.ts";

/** Compares lock-in, one environment after the other. */
export interface LockInComparison {
  readonly add: (environment: ComparedEnvironment) => void;
  readonly finish: (base: RunResult, head: RunResult) => LockInChange;
}

/** The two states of an estate to compare. */
export interface StatesToCompare extends Omit<StatesToRun, "onEnvironment" | "unknownKeysOfBase"> {
  /** Random key for fingerprints of secrets. Readers of the result must not have it. */
  readonly redactionKey: Uint8Array;
  /** The message of a diagnostic of the head. */
  readonly describe: (diagnostic: Diagnostic) => Pick<ComparedDiagnostic, "text">;
  /** Starts to compare lock-in; skipped when absent. */
  readonly lockIn?: () => LockInComparison;
}

/** A change may remove a key from the definitions and the files at once, which changes nothing that runs. */
export const readingOfBase = { unknownKeysOfBase: "left out" } as const;

/** Compares two states, each by its own templates, definitions and rules. Throws GitError when git lacks one. */
export async function compareStates(request: StatesToCompare): Promise<Comparison> {
  const comparing = openComparison(request.redactionKey);
  const lockIn = request.lockIn?.();
  const following = followRenames((environment) => {
    comparing.add(environment);
    lockIn?.add(environment);
  });
  const { base, head, policies } = await runStates({
    ...request,
    ...readingOfBase,
    onEnvironment: following.add,
  });
  following.end();
  return comparing.finish({
    base,
    head,
    // Proofs that are missing because of a problem would look like a change of lock-in.
    ...(lockIn && isSound(base.result) && isSound(head.result)
      ? { lockIn: lockIn.finish(base.result, head.result) }
      : {}),
    diagnostics: head.result.diagnostics.map((diagnostic) => {
      const { file, line, column } = diagnostic.at;
      return { code: diagnostic.code, ...request.describe(diagnostic), at: { file, line, column } };
    }),
    ...(policies ? { policies } : {}),
  });
}

function isSound({ diagnostics }: RunResult): boolean {
  return diagnostics.length === 0;
}
