import { knownObjects } from "./manifests/across/known-objects.ts";
import { checkManifests } from "./manifests/check-manifests.ts";
import { describeApis } from "./manifests/schema/describe-apis.ts";
import type { DesiredState, TargetState } from "./model/estate/desired-state.ts";
import type { Diagnostic } from "./model/results/diagnostic.ts";
import { holdLately } from "./model/values/hold-lately.ts";
import { compareObjects } from "./model/kubernetes/manifest.ts";
import type { InputDigests, RunMemory } from "./model/results/run-memory.ts";
import type { TargetResult } from "./model/results/run-result.ts";
import { summariseTarget, type TargetSummary } from "./model/results/target-summary.ts";
import { environmentJudge, type EnvironmentJudge } from "./policy/evaluate/judge-environment.ts";
import type { EnvironmentJudgement } from "./policy/evaluate/judgement.ts";
import type { Policies } from "./policy/bundle/load-policies.ts";
import { createRenderer, type Renderer } from "./render/create-renderer.ts";
import type { PatchOutcome } from "./render/objects/idle-patches.ts";
import type { ResolvedTarget } from "./resolve/resolve.ts";

/** An environment and a target. */
export interface Place {
  readonly environment: string;
  readonly target: string;
}

/** The selected targets of one environment and what checking them gave, in one order, and what the rules say of them. */
export interface JudgedEnvironment {
  readonly environment: string;
  readonly targets: readonly TargetResult[];
  readonly checked: readonly CheckedTarget[];
  readonly judgement: EnvironmentJudgement;
}

/** What rendering a target and checking its manifests gave, as plain data. */
interface CheckedTarget {
  readonly lacksObjects: boolean;
  readonly summary: TargetSummary;
  readonly diagnostics: readonly Diagnostic[];
  readonly patches: readonly PatchOutcome[];
}

export interface Judging {
  /** What is wrong with the templates themselves. */
  readonly templateDiagnostics: () => readonly Diagnostic[];
  readonly judge: (environment: string, policies: Policies) => JudgedEnvironment;
}

interface JudgingRequest {
  readonly desiredState: DesiredState;
  readonly asOf: string;
  readonly digests: InputDigests;
  readonly memory: RunMemory;
  readonly selected: readonly ResolvedTarget[];
  readonly tell: (step: "render" | "manifests" | "policy", done: number, all: number) => void;
}

/** Renders, checks and judges environments, each when it is asked for; nothing that a memory knows is done again. */
export function judgeEnvironments(request: JudgingRequest): Judging {
  const { digests, memory, selected } = request;
  const work = targetWork(request);
  const placesIn = Map.groupBy(selected, ({ environment }) => environment);
  // Views and manifests are large: those of the environment at hand are held, whichever it is.
  const hold = holdLately(
    [...placesIn.values()].reduce((most, { length }) => Math.max(most, length), 1),
  );
  return {
    templateDiagnostics: () =>
      memory.keep(["templates", digests.shared], () => work.renderer().diagnostics),
    judge: (environment, policies) => {
      const places = placesIn.get(environment) ?? [];
      const key = [digests.of(environment), ...places.map(({ target }) => target)];
      const { checked, targets } = memory.recall(["targets", ...key], () => {
        const lately = places.map((place) => ({ place, content: hold(() => work.render(place)) }));
        const records = memory.keep(["checked", ...key], () =>
          lately.map(({ place, content }) => work.check(place, content())),
        );
        return {
          checked: records,
          targets: lately.map(({ place, content }, index) =>
            laterTarget(work.factsOf(place), { content, checked: records[index] }),
          ),
        };
      });
      const judgement = memory.keep(
        ["judged", ...key, policies.digest],
        () => work.judge(policies)(environment, targets),
        hasRun,
      );
      return { environment, targets, checked, judgement };
    },
  };
}

/** Whether all rules gave an answer: one that failed is asked again by the next process. */
export function hasRun({ failures }: Pick<EnvironmentJudgement, "failures">): boolean {
  return failures.length === 0;
}

type TargetFacts = Pick<TargetResult, "environment" | "target" | "provider" | "kubernetes">;

/** What is large of a target and can be made again. */
type TargetContent = Pick<TargetResult, "systems" | "manifests">;

/** A target whose content is made when somebody asks. */
function laterTarget(
  facts: TargetFacts,
  { content, checked }: { content: () => TargetContent; checked: CheckedTarget | undefined },
): TargetResult {
  if (!checked) throw new Error(`${facts.environment}/${facts.target} was not checked`);
  const { summary, lacksObjects } = checked;
  return {
    ...facts,
    lacksObjects,
    summary,
    get systems() {
      return content().systems;
    },
    get manifests() {
      return content().manifests;
    },
  };
}

interface TargetWork {
  readonly renderer: () => Renderer;
  readonly factsOf: (place: Place) => TargetFacts;
  readonly render: (place: ResolvedTarget) => RenderedTarget;
  readonly check: (place: Place, rendered: RenderedTarget) => CheckedTarget;
  readonly judge: (policies: Policies) => EnvironmentJudge;
}

interface RenderedTarget extends TargetContent, Pick<CheckedTarget, "diagnostics" | "patches"> {
  readonly lacksObjects: boolean;
}

/** The work on single targets; what all of it needs is prepared when it is first needed, once for all runs that share it. */
function targetWork(request: JudgingRequest): TargetWork {
  const { desiredState, asOf, digests, memory, selected, tell } = request;
  const apis = () =>
    memory.recall(["apis", digests.definitions], () =>
      describeApis({
        kubernetes: desiredState.kubernetesSchemas,
        addons: desiredState.addonSchemas,
      }),
    );
  const renderer = () =>
    memory.recall(["renderer", digests.shared], () =>
      createRenderer(desiredState.templates, apis().namespaced),
    );
  const judges = new Map<Policies, EnvironmentJudge>();
  const done = { render: 0, manifests: 0, policy: 0 };
  const begin = (step: keyof typeof done, targets = 1): void => {
    tell(step, done[step], selected.length);
    done[step] += targets;
  };
  return {
    renderer,
    factsOf: ({ environment, target }) => {
      const { provider, value } = targetNamed(desiredState, target);
      return { environment, target, provider, kubernetes: value.kubernetes };
    },
    render: (place) => {
      begin("render");
      return renderTarget(place, desiredState, renderer());
    },
    check: ({ environment, target: name }, { systems, manifests, ...rendered }) => {
      begin("manifests");
      const target = targetNamed(desiredState, name);
      const refused = checkManifests({
        environment,
        target,
        manifests,
        apis: apis(),
        known: knownOf(desiredState, target.provider),
        complete: !rendered.lacksObjects,
      });
      return {
        ...rendered,
        diagnostics: [...rendered.diagnostics, ...refused],
        summary: summariseTarget({ systems, manifests }),
      };
    },
    judge: (policies) => {
      const judge = judges.get(policies) ?? environmentJudge({ policies, desiredState, asOf });
      judges.set(policies, judge);
      return (environment, targets) => {
        begin("policy", targets.length);
        return judge(environment, targets);
      };
    },
  };
}

function renderTarget(
  { systemViews }: ResolvedTarget,
  { applications }: DesiredState,
  renderer: Renderer,
): RenderedTarget {
  const systems = systemViews();
  const rendered = systems.flatMap((system) => {
    const { name } = system.view.application;
    const application = applications.find((candidate) => candidate.name === name);
    return application ? [renderer.renderSystem({ ...system, application })] : [];
  });
  return {
    systems,
    manifests: rendered
      .flatMap((one) => one.manifests)
      .sort((left, right) => compareObjects(left.id, right.id)),
    lacksObjects: rendered.some(({ lacksObjects }) => lacksObjects),
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
