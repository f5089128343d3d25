import { knownObjects } from "./manifests/across/known-objects.ts";
import { checkManifests } from "./manifests/check-manifests.ts";
import { parseManifests } from "./manifests/parse-manifests.ts";
import type { DesiredState } from "./model/estate/desired-state.ts";
import { sortDiagnostics } from "./model/results/diagnostic.ts";
import { compareObjects } from "./model/kubernetes/manifest.ts";
import type { RenderedTarget } from "./model/results/rendered-target.ts";
import type { RunResult } from "./model/results/run-result.ts";
import { summariseTarget } from "./model/results/target-summary.ts";
import { strictnessOf } from "./policy/evaluate/evaluate-environment.ts";
import { evaluateTarget } from "./policy/evaluate/evaluate-target.ts";
import { ruleContext } from "./policy/evaluate/rule-context.ts";
import { prove } from "./policy/proofs/find-proofs.ts";
import { settleFindings } from "./policy/settle-findings.ts";
import { prepareApis } from "./run/prepare-rendering.ts";
import type { Policies } from "./policy/bundle/load-policies.ts";

/** A file of rendered YAML from any source: its name in messages, and its text. */
export interface RenderedFile {
  readonly name: string;
  readonly text: string;
}

/** Rendered files, and the target and environment of their checks. */
export interface CheckFilesRequest {
  readonly files: readonly RenderedFile[];
  /** The loaded and checked estate. */
  readonly desiredState: DesiredState;
  readonly policies: Policies;
  /** The name of a target of the estate. */
  readonly target: string;
  /** The environment whose strictness applies; an unknown name is treated as production. */
  readonly environment: string;
  /** The files are everything on the target, so references to other objects are problems. */
  readonly whole: boolean;
  /** The day that dates are compared with, YYYY-MM-DD. */
  readonly asOf: string;
}

/**
 * Runs the manifest and policy checks of one target on files. Unless the files are complete, missing objects may exist
 * elsewhere, so neither references to them nor findings about them are reported. Waivers do not apply, since they are
 * for rendered manifests.
 */
export function checkFiles(request: CheckFilesRequest): RunResult {
  const { desiredState, policies, environment, asOf, whole } = request;
  const target = desiredState.targets.find(({ name }) => name === request.target);
  if (!target) throw new Error(`the estate has no target ${request.target}`);
  const provider = desiredState.providers.find(({ name }) => name === target.provider);
  const parsed = request.files.map(({ name, text }) => parseManifests(text, name));
  const manifests = parsed
    .flatMap((file) => file.manifests)
    .sort((left, right) => compareObjects(left.id, right.id));
  const rendered: RenderedTarget = {
    environment,
    target: target.name,
    provider: target.provider,
    kubernetes: target.value.kubernetes,
    systems: [],
    manifests,
  };
  const refused = checkManifests({
    target,
    manifests,
    apis: prepareApis(desiredState),
    known: provider ? knownObjects(provider.value) : [],
    complete: whole,
  });
  const context = ruleContext({ policies, desiredState, asOf });
  const { results } = evaluateTarget(rendered, context, strictnessOf(environment, context));
  const targets = [summariseTarget(rendered)];
  const proofs = prove(targets, results, { policies, diagnostics: [] });
  const settled = settleFindings(results, { context, targets, proofs, ignoreWaivers: true });
  // Findings without an object are about the estate, not about these files. A diagnostic reports empty input.
  const found = settled.findings.filter(({ object }) => object !== undefined);
  const leftOut = whole ? [] : found.flatMap(({ missing }) => missing ?? []);
  return {
    asOf,
    desiredState,
    targets,
    diagnostics: sortDiagnostics(
      [...parsed.flatMap(({ diagnostics }) => diagnostics), ...refused, ...settled.diagnostics].map(
        (diagnostic) => ({ ...diagnostic, environment, target: target.name }),
      ),
    ),
    findings: whole ? found : found.filter(({ missing }) => missing === undefined),
    leftOut: [...new Set(leftOut)].sort(),
    considered: settled.considered,
    proofs,
  };
}
