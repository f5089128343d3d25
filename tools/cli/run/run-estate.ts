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
  /** Folder of the estate. */
  readonly estate: string;
  /** The day on which dates are judged, YYYY-MM-DD. */
  readonly asOf: string;
  /** For audits: as if no finding were waived. */
  readonly ignoreWaivers?: boolean;
  /** Use and store the results of unchanged environments, on this machine. */
  readonly cache?: boolean;
  /** Texts to read in place of files, by path: the estate after an edit. */
  readonly texts?: ReadonlyMap<string, string>;
}

/** One run of the pipeline over an estate on disk. Throws CannotRunError when the selection names nothing that exists, or the rules cannot be trusted. */
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

/** Whether something shows within the selection; what belongs to no single environment or target always does. */
export function isSelected(
  { environment, target }: Partial<EnvironmentTarget>,
  request: Selection,
): boolean {
  const fits = (name: string | undefined, wanted: string | undefined): boolean =>
    name === undefined || wanted === undefined || name === wanted;
  return fits(environment, request.environment) && fits(target, request.target);
}
