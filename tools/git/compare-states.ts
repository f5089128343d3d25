import {
  compareRuns,
  type ComparedDiagnostic,
  type Comparison,
  type Diagnostic,
  type LockInChange,
  type RunResult,
} from "@altostrata/pipeline";
import { runStates, type StatesToRun } from "./run-states.ts";

/** Which two states of an estate to compare. */
export interface StatesToCompare extends StatesToRun {
  /** Key of the fingerprints of secrets: random, and kept from whoever reads the result. */
  readonly redactionKey: Uint8Array;
  /** A diagnostic of the head in words. */
  readonly describe: (diagnostic: Diagnostic) => Pick<ComparedDiagnostic, "text">;
  /** What the change from one run to the other does to lock-in. */
  readonly lockIn?: (base: RunResult, head: RunResult) => LockInChange;
}

/** What changes between two states, each by its own templates, definitions and rules. Throws GitError when git has none of them. */
export async function compareStates(request: StatesToCompare): Promise<Comparison> {
  const { base, head, policies } = await runStates(request);
  return compareRuns({
    base,
    head,
    redactionKey: request.redactionKey,
    ...(request.lockIn ? { lockIn: request.lockIn(base.result, head.result) } : {}),
    diagnostics: head.result.diagnostics.map((diagnostic) => {
      const { file, line, column } = diagnostic.at;
      return { code: diagnostic.code, ...request.describe(diagnostic), at: { file, line, column } };
    }),
    ...(policies ? { policies } : {}),
  });
}
