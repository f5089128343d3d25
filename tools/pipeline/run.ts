import { collectResult } from "./run/collect-result.ts";
import { evaluateEstateRules, placeEstateFindings } from "./run/evaluate-estate.ts";
import { loadEstate } from "./load/load-estate.ts";
import { inputDigests } from "./model/results/input-digests.ts";
import type { RunResult } from "./model/results/run-result.ts";
import { summariseTarget } from "./model/results/target-summary.ts";
import { evaluateEnvironment } from "./policy/evaluate/evaluate-environment.ts";
import { ruleContext } from "./policy/evaluate/rule-context.ts";
import { checkTemplates, prepareApis, prepareRenderer } from "./run/prepare-rendering.ts";
import {
  checkTarget,
  renderEnvironment,
  renderTargets,
  reportProgress,
} from "./run/render-and-check.ts";
import { resolveEstate } from "./resolve/resolve.ts";
import { checkSchema } from "./schema/check-schema.ts";
import type { EnvironmentRun, ResolvedEstate, RunRequest, Steps } from "./steps.ts";

/** The steps without a cache; see `cachedSteps`. */
export const plainSteps: Steps = {
  load: loadEstate,
  checkSchema,
  resolve: (desiredState, asOf) => resolveEstate(desiredState, asOf),
  prepareApis,
  prepareRenderer,
  checkTemplates,
  runEnvironment,
  evaluateEstateRules,
  placeFindings: placeEstateFindings,
};

/**
 * Runs the pipeline: load, check the schema and resolve; render, check and evaluate each environment; evaluate the
 * estate and collect.
 */
export async function run(request: RunRequest, steps: Steps = plainSteps): Promise<RunResult> {
  return await runResolved(await openEstate(request, steps), steps);
}

/** Loads an estate, checks its schema and resolves it. */
export async function openEstate(request: RunRequest, steps: Steps): Promise<ResolvedEstate> {
  const { reader, policies, asOf, selects, onProgress } = request;
  onProgress?.("load", 0, 1);
  const loaded = await steps.load(reader);
  onProgress?.("schema", 0, 1);
  const checked = steps.checkSchema(loaded.files, request);
  const { desiredState, files, leftOut } = checked;
  request.onDesiredState?.(desiredState);
  onProgress?.("resolve", 0, 1);
  const inputs = inputDigests(files, asOf);
  const { targets, diagnostics } = steps.resolve(desiredState, asOf, inputs);
  const apis = steps.prepareApis(desiredState, inputs);
  const selected = targets.filter((target) => selects?.(target) ?? true);
  return {
    request,
    desiredState,
    rules: ruleContext({ policies, desiredState, asOf }),
    inputs,
    environments: [...new Set(selected.map(({ environment }) => environment))].sort(),
    targets: { all: targets, selected },
    apis,
    renderer: steps.prepareRenderer(desiredState, apis, inputs),
    diagnostics: [...loaded.diagnostics, ...checked.diagnostics, ...diagnostics],
    leftOutKeys: leftOut,
  };
}

/** Runs each environment of a resolved estate, evaluates the rules about the estate, and collects the result. */
export async function runResolved(estate: ResolvedEstate, steps: Steps): Promise<RunResult> {
  const { environments, request, desiredState } = estate;
  const records: EnvironmentRun["record"][] = [];
  for (const environment of environments) {
    const { record, rendered } = await steps.runEnvironment(estate, environment);
    records.push(record);
    request.onRendered?.(rendered ?? renderTargets(estate, environment), desiredState);
  }
  return collectResult(estate, records, steps);
}

/** Renders one environment, checks its manifests and evaluates its rules. */
async function runEnvironment(
  estate: ResolvedEstate,
  environment: string,
): Promise<EnvironmentRun> {
  const outcomes = renderEnvironment(estate, environment);
  const rendered = outcomes.map(({ target }) => target);
  const diagnostics = outcomes.flatMap(({ target, diagnostics: ofTemplates }) => [
    ...ofTemplates,
    ...checkTarget(estate, target),
  ]);
  if (rendered[0]) reportProgress(estate, "policy", rendered[0]);
  const results = evaluateEnvironment(environment, rendered, estate.rules);
  const record = {
    environment,
    targets: rendered.map(summariseTarget),
    diagnostics,
    patches: outcomes.flatMap(({ patches }) => patches),
    results,
  };
  return { record, rendered };
}
