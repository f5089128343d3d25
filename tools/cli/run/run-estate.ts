import {
  run,
  workTreeReader,
  type EnvironmentTarget,
  type RunRequest,
  type RunResult,
} from "@altostrata/pipeline";
import { overlayReader } from "../files/overlay-reader.ts";
import { readPolicies } from "../files/read-policies.ts";
import { refuseUnknown, type Selection } from "../options/refuse-unknown.ts";
import { withRunContext } from "./with-run-context.ts";

export interface EstateRun extends Selection, Pick<RunRequest, "onRendered"> {
  /** The folder of the estate. */
  readonly estate: string;
  /** The day that dates are compared with, YYYY-MM-DD. */
  readonly asOf: string;
  /** For audits: ignores all waivers. */
  readonly ignoreWaivers?: boolean;
  /** Reads and stores the results of unchanged environments on this machine. */
  readonly cache?: boolean;
  /** Texts that replace files, by path: the estate after an edit. */
  readonly texts?: ReadonlyMap<string, string>;
}

/**
 * Runs the pipeline over an estate on disk. Throws CannotRunError if the selection matches nothing or the rules are
 * untrusted.
 */
export async function runEstate(request: EstateRun): Promise<RunResult> {
  const policies = await readPolicies(request.estate);
  const { cache = false, onRendered } = request;
  const result = await withRunContext({ cache }, ({ steps, onProgress }) =>
    run(
      {
        reader: overlayReader(workTreeReader(request.estate), request.texts ?? new Map()),
        policies,
        asOf: request.asOf,
        ignoreWaivers: request.ignoreWaivers ?? false,
        selects: (place) => isSelected(place, request),
        onDesiredState: (desiredState) => {
          refuseUnknown(desiredState, request);
        },
        onProgress,
        ...(onRendered ? { onRendered } : {}),
      },
      steps,
    ),
  );
  return {
    ...result,
    diagnostics: result.diagnostics.filter((diagnostic) => isSelected(diagnostic, request)),
    findings: result.findings.filter((finding) => isSelected(finding, request)),
  };
}

/** Returns whether the selection includes a place. Results without an environment or target are always included. */
export function isSelected(
  { environment, target }: Partial<EnvironmentTarget>,
  request: Selection,
): boolean {
  const fits = (name: string | undefined, wanted: string | undefined): boolean =>
    name === undefined || wanted === undefined || name === wanted;
  return fits(environment, request.environment) && fits(target, request.target);
}
