import { knownObjects } from "../manifests/across/known-objects.ts";
import { checkManifests } from "../manifests/check-manifests.ts";
import type { DesiredState, TargetState } from "../model/estate/desired-state.ts";
import type { EnvironmentTarget } from "../model/estate/environment-target.ts";
import { compareObjects } from "../model/kubernetes/manifest.ts";
import type { Diagnostic } from "../model/results/diagnostic.ts";
import type { RenderedTarget } from "../model/results/rendered-target.ts";
import type { PatchOutcome } from "../render/objects/idle-patches.ts";
import type { ResolvedTarget } from "../resolve/resolve.ts";
import type { ResolvedEstate, RunStep } from "../steps.ts";

/** The rendered targets of an environment, with the problems of their templates and the effect of their patches. */
export interface RenderedEnvironment {
  readonly rendered: readonly RenderedTarget[];
  readonly diagnostics: readonly Diagnostic[];
  readonly patches: readonly PatchOutcome[];
}

/** Renders the selected targets of one environment. */
export function renderEnvironment(
  estate: ResolvedEstate,
  environment: string,
): RenderedEnvironment {
  const own = estate.targets.selected.filter((target) => target.environment === environment);
  const outcomes = own.map((target) => {
    reportProgress(estate, "render", target);
    return renderTarget(target, estate);
  });
  return {
    rendered: outcomes.map(({ target }) => target),
    diagnostics: outcomes.flatMap(({ diagnostics }) => diagnostics),
    patches: outcomes.flatMap(({ patches }) => patches),
  };
}

/** Passes rendered targets to the caller, if it wants them. Renders them again when a cache had the record. */
export function handOver(
  estate: ResolvedEstate,
  environment: string,
  rendered?: readonly RenderedTarget[],
): void {
  const { onRendered } = estate.request;
  if (!onRendered) return;
  onRendered(rendered ?? renderEnvironment(estate, environment).rendered, estate.desiredState);
}

/** Checks the manifests of a target against its APIs. */
export function checkTarget(estate: ResolvedEstate, rendered: RenderedTarget): Diagnostic[] {
  reportProgress(estate, "manifests", rendered);
  const { desiredState, apis } = estate;
  const { environment, manifests, lacksObjects } = rendered;
  const target = targetNamed(desiredState, rendered.target);
  const provider = desiredState.providers.find(({ name }) => name === target.provider);
  return checkManifests({
    environment,
    target,
    manifests,
    apis,
    known: provider ? knownObjects(provider.value) : [],
    complete: lacksObjects !== true,
  });
}

/** Reports that a step starts on a target. */
export function reportProgress(
  { request, targets: { selected } }: Pick<ResolvedEstate, "request" | "targets">,
  step: RunStep,
  { environment, target }: EnvironmentTarget,
): void {
  if (!request.onProgress) return;
  const done = selected.findIndex(
    (one) => one.environment === environment && one.target === target,
  );
  request.onProgress(step, done, selected.length);
}

/** One rendered target, with the problems of its templates and the effect of its patches. */
interface RenderOutcome extends Omit<RenderedEnvironment, "rendered"> {
  readonly target: RenderedTarget;
}

function renderTarget(
  { environment, target: name, systemViews }: ResolvedTarget,
  { desiredState, renderer }: ResolvedEstate,
): RenderOutcome {
  const { provider, value } = targetNamed(desiredState, name);
  const systems = systemViews();
  const rendered = systems.flatMap((system) => {
    const application = desiredState.applications.find(
      (candidate) => candidate.name === system.view.application.name,
    );
    return application ? [renderer.renderSystem({ ...system, application })] : [];
  });
  return {
    target: {
      environment,
      target: name,
      provider,
      kubernetes: value.kubernetes,
      lacksObjects: rendered.some(({ lacksObjects }) => lacksObjects),
      systems,
      manifests: rendered
        .flatMap((one) => one.manifests)
        .sort((left, right) => compareObjects(left.id, right.id)),
    },
    diagnostics: rendered.flatMap((one) => one.diagnostics),
    patches: rendered.flatMap((one) => one.patches),
  };
}

/** Returns the target with this name. */
function targetNamed({ targets }: DesiredState, name: string): TargetState {
  const target = targets.find((candidate) => candidate.name === name);
  if (!target) throw new Error(`target ${name} was resolved and is not known`);
  return target;
}
