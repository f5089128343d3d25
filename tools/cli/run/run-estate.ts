import { run, workTreeReader, type RunResult } from "@altostrata/pipeline";
import { duringRun } from "./during-run.ts";
import { overlayReader } from "../files/overlay-reader.ts";
import { readPolicies } from "../files/read-policies.ts";
import { refuseUnknown, type Choice } from "../options/refuse-unknown.ts";

export interface EstateRun {
  /** Folder of the estate. */
  readonly estate: string;
  /** The day on which dates are judged, YYYY-MM-DD. */
  readonly asOf: string;
  /** Only these; all when absent. */
  readonly environment?: string | undefined;
  readonly target?: string | undefined;
  /** For audits: as if no finding were waived. */
  readonly ignoreWaivers?: boolean;
  /** Use and keep what is known of unchanged environments, on this machine. */
  readonly cache?: boolean;
  /** Texts to read in place of files, by path: how the estate would be judged after an edit. */
  readonly texts?: ReadonlyMap<string, string>;
}

/** One run of the pipeline over an estate on disk. Throws CannotRunError when the selection names nothing that exists, or the rules cannot be trusted. */
export async function runEstate(request: EstateRun): Promise<RunResult> {
  const policies = await readPolicies(request.estate);
  const result = await duringRun({ cache: request.cache ?? false }, (aids) =>
    run({
      reader: overlayReader(workTreeReader(request.estate), request.texts ?? new Map()),
      policies,
      asOf: request.asOf,
      ignoreWaivers: request.ignoreWaivers ?? false,
      selects: (place) => isSelected(place, request),
      onDesiredState: (desiredState) => {
        refuseUnknown(desiredState, request);
      },
      ...aids,
    }),
  );
  return {
    ...result,
    diagnostics: result.diagnostics.filter((diagnostic) => isSelected(diagnostic, request)),
    findings: result.findings.filter((finding) => isSelected(finding, request)),
  };
}

/** Whether something shows within the selection; what belongs to no single environment or target always does. */
export function isSelected(
  { environment, target }: { environment?: string; target?: string },
  request: Choice,
): boolean {
  const fits = (name: string | undefined, wanted: string | undefined): boolean =>
    name === undefined || wanted === undefined || name === wanted;
  return fits(environment, request.environment) && fits(target, request.target);
}
