import {
  hasRun,
  judgeEnvironments,
  type JudgedEnvironment,
  type Place,
} from "./judge-environments.ts";
import { loadEstate } from "./load/load-estate.ts";
import type { DesiredState } from "./model/estate/desired-state.ts";
import { sortDiagnostics, type Diagnostic } from "./model/results/diagnostic.ts";
import type { EstateReader } from "./model/estate/estate-reader.ts";
import type { Finding } from "./model/results/finding.ts";
import { createMemory, inputDigests, type RunMemory } from "./model/results/run-memory.ts";
import type { RunResult, TargetResult } from "./model/results/run-result.ts";
import { checkPolicy, type PolicyRequest, type PolicyResult } from "./policy/check-policy.ts";
import type { Policies } from "./policy/bundle/load-policies.ts";
import { idlePatches, lineOfPatch } from "./render/objects/idle-patches.ts";
import { resolveEstate } from "./resolve/resolve.ts";
import { checkSchema } from "./schema/check-schema.ts";
import { withoutEchoes } from "./diagnostics/without-echoes.ts";

/** What a run needs from the edge. */
export interface RunRequest {
  readonly reader: EstateReader;
  readonly policies: Policies;
  /** The day on which dates are judged, YYYY-MM-DD. */
  readonly asOf: string;
  /** For audits: every finding stays unwaived, and nothing is said of the waivers. */
  readonly ignoreWaivers?: boolean;
  /** Which environments and targets to render; all when absent. */
  readonly selects?: (place: Place) => boolean;
  /** Told what the estate says before it is resolved; throws to end a run that would be about nothing. */
  readonly onDesiredState?: (desiredState: DesiredState) => void;
  /** Keys that no definition knows: refused when absent, and left out of an earlier state, whose definitions may have known them. */
  readonly unknownKeys?: "refused" | "left out";
  /** Shared by runs over nearly equal states: what has not changed is not done again. */
  readonly memory?: RunMemory;
  /** Told before each piece of work, for whoever waits; how far a step is, where it goes over targets. */
  readonly onProgress?: (step: RunStep, done: number, all: number) => void;
}

/** The steps of a run; the last three are done target by target. */
export type RunStep = "load" | "schema" | "resolve" | "render" | "manifests" | "policy";

/** A run whose estate is resolved, and of which each environment is rendered, checked and judged when it is that one's turn. */
export interface OpenRun {
  readonly desiredState: DesiredState;
  /** Those with a selected target, sorted. */
  readonly environments: readonly string[];
  /** The targets of one environment, judged; none where it has none. Runs that share a memory give the very same for equal inputs. */
  readonly judge: (environment: string) => readonly TargetResult[];
  /** Everything found, once the rules about the estate have been asked too. Judges what nobody judged. */
  readonly finish: () => RunResult;
  /** The findings that other rules give about the same, waivers applied. */
  readonly findingsBy: (policies: Policies) => readonly Finding[];
}

/** Loads, checks and resolves an estate. */
export async function openRun(request: RunRequest): Promise<OpenRun> {
  const { reader, asOf, selects, memory = createMemory() } = request;
  const tell = request.onProgress ?? (() => undefined);
  tell("load", 0, 1);
  const loaded = await loadEstate(reader, memory);
  tell("schema", 0, 1);
  const { desiredState, diagnostics, files, leftOut } = checkSchema(loaded.files, {
    memory,
    ...(request.unknownKeys === undefined ? {} : { unknownKeys: request.unknownKeys }),
  });
  request.onDesiredState?.(desiredState);
  tell("resolve", 0, 1);
  const digests = inputDigests(files, asOf);
  const resolved = resolveEstate(desiredState, asOf, (environment, check) =>
    memory.keep(["resolved", digests.of(environment)], check),
  );
  const selected = resolved.targets.filter((place) => selects?.(place) ?? true);
  const judging = judgeEnvironments({ desiredState, asOf, digests, memory, selected, tell });
  const environments = [...new Set(selected.map(({ environment }) => environment))].sort();
  const findOut = (policies: Policies) =>
    summarise({
      request,
      desiredState,
      leftOutKeys: leftOut,
      environments: environments.map((name) => judging.judge(name, policies)),
      before: [
        ...loaded.diagnostics,
        ...diagnostics,
        ...resolved.diagnostics,
        ...judging.templateDiagnostics(),
      ],
      patchLines: () =>
        resolved.targets.flatMap((target) =>
          target.systemViews().flatMap(({ patches }) => patches.map(lineOfPatch)),
        ),
      whole: selected.length === resolved.targets.length,
      policies,
      recalls: {
        recallAnswer: (digest, evaluate) =>
          memory.keep(["answer", policies.digest, digest], evaluate, hasRun),
        recallPlaces: (environment, digest, make) =>
          memory.keep(["places", digests.of(environment), policies.digest, digest], make),
      },
    });
  return {
    desiredState,
    environments,
    judge: (environment) => judging.judge(environment, request.policies).targets,
    finish: () => findOut(request.policies),
    findingsBy: (policies) => findOut(policies).findings,
  };
}

interface FoundOut {
  readonly request: RunRequest;
  readonly desiredState: DesiredState;
  readonly leftOutKeys: readonly string[];
  readonly environments: readonly JudgedEnvironment[];
  /** What was found before anything was rendered. */
  readonly before: readonly Diagnostic[];
  readonly patchLines: () => readonly string[];
  /** Every target was selected. */
  readonly whole: boolean;
  readonly policies: Policies;
  readonly recalls: Required<Pick<PolicyRequest, "recallAnswer" | "recallPlaces">>;
}

function summarise(found: FoundOut): RunResult {
  const { request, desiredState, environments } = found;
  const checked = environments.flatMap((environment) => environment.checked);
  const earlier = [
    ...found.before,
    ...checked.flatMap(({ diagnostics }) => diagnostics),
    ...idlePatches(
      found.patchLines,
      checked.flatMap(({ patches }) => patches),
    ),
  ];
  const judged = judgeWhole(found, earlier);
  return {
    asOf: request.asOf,
    desiredState,
    targets: environments.flatMap(({ targets }) => targets),
    diagnostics: sortDiagnostics(
      withoutEchoes([...earlier, ...judged.diagnostics], desiredState.unsound),
    ),
    findings: judged.findings,
    considered: judged.considered,
    proofs: judged.proofs,
    ...(found.leftOutKeys.length > 0 ? { leftOutKeys: found.leftOutKeys } : {}),
  };
}

function judgeWhole(
  { request, desiredState, environments, policies, whole, recalls }: FoundOut,
  earlier: readonly Diagnostic[],
): PolicyResult {
  const judged = new Map(environments.map((one) => [one.environment, one.judgement]));
  return checkPolicy({
    policies,
    desiredState,
    targets: environments.flatMap(({ targets }) => targets),
    asOf: request.asOf,
    partial: earlier.length > 0 || !whole,
    diagnostics: earlier,
    ignoreWaivers: request.ignoreWaivers ?? false,
    ...recalls,
    judge: (environment) => {
      const judgement = judged.get(environment);
      if (!judgement) throw new Error("an environment that nobody judged");
      return judgement;
    },
  });
}
