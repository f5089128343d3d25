import type { RunResult } from "@altostrata/pipeline";
import { readDesiredState } from "./read-desired-state.ts";

export interface EstateRun {
  /** Folder of the estate. */
  readonly estate: string;
  /** The day on which dates are judged, YYYY-MM-DD. */
  readonly asOf: string;
  /** Only these; all when absent. */
  readonly environment?: string;
  readonly target?: string;
}

/** The whole pipeline over an estate on disk. Throws CannotRunError when the selection names nothing that exists. */
export async function runEstate({ estate, asOf }: EstateRun): Promise<RunResult> {
  const { desiredState, diagnostics } = await readDesiredState(estate);
  return { asOf, desiredState, targets: [], diagnostics, findings: [], considered: {} };
}
