import { checkPatches } from "./run/check-patches.ts";
import { collectResult } from "./run/collect-result.ts";
import { evaluateEstate, evaluateEstateRules, placeEstateFindings } from "./run/evaluate-estate.ts";
import { loadEstate } from "./load/load-estate.ts";
import { inputDigests } from "./model/results/input-digests.ts";
import type { RunResult } from "./model/results/run-result.ts";
import { summariseTarget } from "./model/results/target-summary.ts";
import { evaluateEnvironment } from "./policy/evaluate/evaluate-environment.ts";
import { ruleContext } from "./policy/evaluate/rule-context.ts";
import { checkTemplates, prepareApis, prepareRenderer } from "./run/prepare-rendering.ts";
import {
  checkTarget,
  handOver,
  renderEnvironment,
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

/** Runs the pipeline, from the files of an estate to everything found in it. */
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
  const records: EnvironmentRun["record"][] = [];
  for (const environment of estate.environments) {
    const { record, rendered } = await steps.runEnvironment(estate, environment);
    records.push(record);
    handOver(estate, environment, rendered);
  }
  return finishRun(estate, records, steps);
}

/** Checks templates and patches, evaluates the rules about the estate, and collects the result. */
export function finishRun(
  estate: ResolvedEstate,
  records: readonly EnvironmentRun["record"][],
  steps: Steps,
): RunResult {
  const diagnostics = [...steps.checkTemplates(estate), ...checkPatches(estate, records)];
  const evaluated = evaluateEstate(estate, { records, diagnostics }, steps);
  return collectResult(estate, records, evaluated);
}

/** Renders one environment, checks its manifests and evaluates its rules. */
async function runEnvironment(estate: ResolvedEstate, name: string): Promise<EnvironmentRun> {
  const { rendered, patches, ...templates } = renderEnvironment(estate, name);
  const refused = rendered.flatMap((target) => checkTarget(estate, target));
  if (rendered[0]) reportProgress(estate, "policy", rendered[0]);
  const results = evaluateEnvironment(name, rendered, estate.rules);
  const diagnostics = [...templates.diagnostics, ...refused];
  const targets = rendered.map(summariseTarget);
  return { record: { environment: name, targets, diagnostics, patches, results }, rendered };
}
