import { loadEstate } from "./load/load-estate.ts";
import { knownObjects } from "./manifests/across/known-objects.ts";
import { checkManifests } from "./manifests/check-manifests.ts";
import { describeApis } from "./manifests/schema/describe-apis.ts";
import type { DesiredState, TargetState } from "./model/desired-state.ts";
import { sortDiagnostics, type Diagnostic } from "./model/diagnostic.ts";
import type { EstateReader } from "./model/estate-reader.ts";
import { compareObjects } from "./model/manifest.ts";
import { createMemory, environmentDigests, type RunMemory } from "./model/run-memory.ts";
import type { RunResult, TargetResult } from "./model/run-result.ts";
import { checkPolicy } from "./policy/check-policy.ts";
import type { Policies } from "./policy/load-policies.ts";
import { createRenderer, type Renderer } from "./render/create-renderer.ts";
import { idlePatches, type PatchOutcome } from "./render/idle-patches.ts";
import { resolveEstate, type ResolvedTarget } from "./resolve/resolve.ts";
import { checkSchema } from "./schema/check-schema.ts";
import { withoutEchoes } from "./schema/without-echoes.ts";

/** What a run needs from the edge. */
export interface RunRequest {
  readonly reader: EstateReader;
  readonly policies: Policies;
  /** The day on which dates are judged, YYYY-MM-DD. */
  readonly asOf: string;
  /** For audits: every finding stays unwaived, and nothing is said of the waivers. */
  readonly ignoreWaivers?: boolean;
  /** Which environments and targets to render; all when absent. */
  readonly selects?: (place: { environment: string; target: string }) => boolean;
  /** Told what the estate says before it is resolved; throws to end a run that would be about nothing. */
  readonly onDesiredState?: (desiredState: DesiredState) => void;
  /** Shared by runs over nearly equal states: what has not changed is not done again. */
  readonly memory?: RunMemory;
  /** Told before each piece of work, for whoever waits; how far a step is, where it goes over targets. */
  readonly onProgress?: (step: RunStep, done: number, all: number) => void;
}

/** The steps of a run, in their order. */
export type RunStep = "load" | "schema" | "resolve" | "render" | "manifests" | "policy";

/** The flow on one screen: load, check schema, resolve, render, check manifests, check policy; everything found, as data. */
export async function run(request: RunRequest): Promise<RunResult> {
  const { reader, policies, asOf, selects, onProgress: tell = () => undefined } = request;
  const { memory = createMemory() } = request;
  tell("load", 0, 1);
  const loaded = await loadEstate(reader, request.memory);
  tell("schema", 0, 1);
  const { desiredState, diagnostics: schemaDiagnostics } = checkSchema(loaded.files);
  request.onDesiredState?.(desiredState);
  tell("resolve", 0, 1);
  const resolved = resolveEstate(desiredState, asOf);
  const digests = environmentDigests(loaded.files, asOf);
  const selected = resolved.targets.filter((place) => selects?.(place) ?? true);
  const apis = describeApis({
    kubernetes: desiredState.kubernetesSchemas,
    addons: desiredState.addonSchemas,
  });
  const renderer = createRenderer(desiredState.templates, apis.namespaced);
  const rendered = selected.map((target, index) => {
    tell("render", index, selected.length);
    const key = ["render", digests(target.environment), target.target];
    return memory.recall(key, () => renderTarget(target, desiredState, renderer));
  });
  const targets = rendered.map(({ result }) => result);
  const refused = targets.flatMap((result, index) => {
    const { environment, target, provider, manifests, lacksObjects } = result;
    tell("manifests", index, targets.length);
    return memory.recall(["manifests", digests(environment), target], () =>
      checkManifests({
        environment,
        target: targetNamed(desiredState, target),
        manifests,
        apis,
        known: knownOf(desiredState, provider),
        complete: !lacksObjects,
      }),
    );
  });
  const earlier = [
    ...loaded.diagnostics,
    ...schemaDiagnostics,
    ...resolved.diagnostics,
    ...renderer.diagnostics,
    ...rendered.flatMap(({ diagnostics }) => diagnostics),
    ...idlePatches(
      resolved.targets.flatMap(({ systems }) => systems),
      rendered.flatMap(({ patches }) => patches),
    ),
    ...refused,
  ];
  const partial = earlier.length > 0 || selected.length < resolved.targets.length;
  const judged = checkPolicy({
    policies,
    desiredState,
    targets,
    asOf,
    partial,
    diagnostics: earlier,
    ignoreWaivers: request.ignoreWaivers ?? false,
    recall: ({ environment, target }, judge) =>
      memory.recall(["policy", digests(environment), target, policies.digest], judge),
    onTarget: (done) => {
      tell("policy", done, targets.length);
    },
  });
  return {
    asOf,
    desiredState,
    targets,
    diagnostics: sortDiagnostics(
      withoutEchoes([...earlier, ...judged.diagnostics], desiredState.unsound),
    ),
    findings: judged.findings,
    considered: judged.considered,
    proofs: judged.proofs,
  };
}

function renderTarget(
  { environment, target, systems }: ResolvedTarget,
  desiredState: DesiredState,
  renderer: Renderer,
): {
  result: TargetResult;
  diagnostics: readonly Diagnostic[];
  patches: readonly PatchOutcome[];
} {
  const facts = targetNamed(desiredState, target);
  const rendered = systems.flatMap((system) => {
    const { name } = system.picture.application;
    const application = desiredState.applications.find((candidate) => candidate.name === name);
    return application ? [renderer.renderSystem({ ...system, application })] : [];
  });
  const manifests = rendered
    .flatMap((one) => one.manifests)
    .sort((left, right) => compareObjects(left.id, right.id));
  return {
    result: {
      environment,
      target,
      provider: facts.provider,
      kubernetes: facts.value.kubernetes,
      systems,
      manifests,
      lacksObjects: rendered.some(({ lacksObjects }) => lacksObjects),
    },
    diagnostics: rendered.flatMap((one) => one.diagnostics),
    patches: rendered.flatMap((one) => one.patches),
  };
}

function targetNamed({ targets }: DesiredState, name: string): TargetState {
  const target = targets.find((candidate) => candidate.name === name);
  if (!target) throw new Error(`target ${name} was resolved and is not known`);
  return target;
}

function knownOf({ providers }: DesiredState, name: string): ReturnType<typeof knownObjects> {
  const provider = providers.find((candidate) => candidate.name === name);
  return provider ? knownObjects(provider.value) : [];
}
