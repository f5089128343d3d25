import { join } from "node:path";
import {
  closestWord,
  folderOnDisk,
  loadPolicies,
  PolicyBundleError,
  run,
  workTreeReader,
  type DesiredState,
  type Policies,
  type RunResult,
} from "@altostrata/pipeline";
import { CannotRunError } from "./cannot-run-error.ts";

export interface EstateRun {
  /** Folder of the estate. */
  readonly estate: string;
  /** The day on which dates are judged, YYYY-MM-DD. */
  readonly asOf: string;
  /** Only these; all when absent. */
  readonly environment?: string;
  readonly target?: string;
}

/** One run of the pipeline over an estate on disk. Throws CannotRunError when the selection names nothing that exists, or the rules cannot be trusted. */
export async function runEstate(request: EstateRun): Promise<RunResult> {
  const policies = await policiesOf(request.estate);
  const result = await run({
    reader: workTreeReader(request.estate),
    policies,
    asOf: request.asOf,
    selects: (place) => isSelected(place, request),
  });
  checkSelection(result.desiredState, request);
  return {
    ...result,
    diagnostics: result.diagnostics.filter((diagnostic) => isSelected(diagnostic, request)),
    findings: result.findings.filter((finding) => isSelected(finding, request)),
  };
}

async function policiesOf(estate: string): Promise<Policies> {
  try {
    return await loadPolicies(folderOnDisk(join(estate, "policies")));
  } catch (error) {
    if (error instanceof PolicyBundleError) throw new CannotRunError(error.message);
    throw error;
  }
}

/** Whether something shows within the selection; what belongs to no single environment or target always does. */
function isSelected(
  { environment, target }: { environment?: string; target?: string },
  request: EstateRun,
): boolean {
  const fits = (name: string | undefined, wanted: string | undefined): boolean =>
    name === undefined || wanted === undefined || name === wanted;
  return fits(environment, request.environment) && fits(target, request.target);
}

function checkSelection(desiredState: DesiredState, { environment, target }: EstateRun): void {
  const unsound = desiredState.unsound ?? [];
  const known = (kind: "environment" | "target", names: readonly { name: string }[]): string[] => [
    ...names.map(({ name }) => name),
    ...unsound.flatMap((file) => (file.kind === kind ? (file.names[kind] ?? []) : [])),
  ];
  refuseUnknown("environment", environment, known("environment", desiredState.environments));
  refuseUnknown("target", target, known("target", desiredState.targets));
}

function refuseUnknown(what: string, name: string | undefined, known: readonly string[]): void {
  if (name === undefined || known.includes(name)) return;
  const closest = closestWord(name, known);
  const suggestion = closest === undefined ? "" : ` Did you mean ${closest}?`;
  throw new CannotRunError(
    `There is no ${what} ${name}.${suggestion} Known: ${[...known].sort().join(", ")}.`,
  );
}
