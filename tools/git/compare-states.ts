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

/** What a change does to lock-in, told of one environment after the other. */
export interface LockInComparison {
  readonly add: (environment: ComparedEnvironment) => void;
  readonly finish: (base: RunResult, head: RunResult) => LockInChange;
}

/** Which two states of an estate to compare. */
export interface StatesToCompare extends Omit<StatesToRun, "onEnvironment" | "unknownKeysOfBase"> {
  /** Key of the fingerprints of secrets: random, and kept from whoever reads the result. */
  readonly redactionKey: Uint8Array;
  /** A diagnostic of the head in words. */
  readonly describe: (diagnostic: Diagnostic) => Pick<ComparedDiagnostic, "text">;
  /** Begins to compare lock-in, which is left out when absent. */
  readonly lockIn?: () => LockInComparison;
}

/** How a comparison reads its base: a change may take a key out of the definitions and out of the files at once, which changes nothing that runs. */
export const readingOfBase = { unknownKeysOfBase: "left out" } as const;

/** What changes between two states, each by its own templates, definitions and rules. Throws GitError when git has none of them. */
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
    // What a state with problems cannot prove would look like a change of lock-in.
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
