import {
  closestWord,
  resolveEstate,
  withoutEchoes,
  type DesiredState,
  type RunResult,
} from "@altostrata/pipeline";
import { CannotRunError } from "./cannot-run-error.ts";
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

/** The pipeline over an estate on disk, so far until resolve. Throws CannotRunError when the selection names nothing that exists. */
export async function runEstate(request: EstateRun): Promise<RunResult> {
  const { asOf } = request;
  const { desiredState, diagnostics } = await readDesiredState(request.estate);
  checkSelection(desiredState, request);
  const resolved = resolveEstate(desiredState, asOf);
  const facts = new Map(desiredState.targets.map((target) => [target.name, target]));
  const targets = resolved.targets
    .filter(({ environment, target }) => isSelected({ environment, target }, request))
    .map(({ environment, target, systems }) => ({
      environment,
      target,
      provider: facts.get(target)?.provider ?? "",
      kubernetes: facts.get(target)?.value.kubernetes ?? { version: "" },
      systems,
      manifests: [],
    }));
  const found = withoutEchoes([...diagnostics, ...resolved.diagnostics], desiredState.unsound);
  return {
    asOf,
    desiredState,
    targets,
    diagnostics: found.filter((diagnostic) => isSelected(diagnostic, request)),
    findings: [],
    considered: {},
  };
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
