import type { LoadedEstate } from "./load/load-estate.ts";
import type { ApiDescriptions } from "./manifests/schema/describe-apis.ts";
import type { DesiredState } from "./model/estate/desired-state.ts";
import type { EnvironmentTarget } from "./model/estate/environment-target.ts";
import type { EstateFile } from "./model/estate/estate-files.ts";
import type { EstateReader } from "./model/estate/estate-reader.ts";
import type { Diagnostic } from "./model/results/diagnostic.ts";
import type { InputDigests } from "./model/results/input-digests.ts";
import type { RenderedTarget } from "./model/results/rendered-target.ts";
import type { TargetSummary } from "./model/results/target-summary.ts";
import type { Policies } from "./policy/bundle/load-policies.ts";
import type { Evaluation } from "./policy/bundle/policy-bundle.ts";
import type { RuleContext } from "./policy/evaluate/rule-context.ts";
import type { EnvironmentResults } from "./policy/evaluate/rule-results.ts";
import type { FoundInEnvironment } from "./policy/findings/place-findings.ts";
import type { PreparedInput } from "./policy/input/join-parts.ts";
import type { EstateInput } from "./policy/input/policy-input.ts";
import type { Waivable } from "./policy/waivers/apply-waivers.ts";
import type { Renderer } from "./render/create-renderer.ts";
import type { PatchOutcome } from "./render/objects/idle-patches.ts";
import type { ResolvedTarget } from "./resolve/resolve.ts";
import type { CheckedSchema } from "./schema/check-schema.ts";

/** The input of a run. */
export interface RunRequest {
  readonly reader: EstateReader;
  readonly policies: Policies;
  /** The day that dates are compared with, YYYY-MM-DD. */
  readonly asOf: string;
  /** For audits: all findings stay unwaived, and waivers are not checked. */
  readonly ignoreWaivers?: boolean;
  /** Selects the environments and targets to render; all by default. */
  readonly selects?: (place: EnvironmentTarget) => boolean;
  /** Called with the desired state before it is resolved. Throws to end a run with an empty selection. */
  readonly onDesiredState?: (desiredState: DesiredState) => void;
  /**
   * Undefined keys are refused by default. An earlier state leaves them out, since its own definitions may include
   * them.
   */
  readonly unknownKeys?: "refused" | "left out" | undefined;
  /** Called with the rendered targets of one environment after the other. Do not keep them all in memory. */
  readonly onRendered?: (targets: readonly RenderedTarget[], desiredState: DesiredState) => void;
  /** Called before each piece of work, with the progress of the step. */
  readonly onProgress?: (step: RunStep, done: number, all: number) => void;
}

/** The steps of a run. The last three run once per target. */
export type RunStep = "load" | "schema" | "resolve" | "render" | "manifests" | "policy";

/** A loaded, checked and resolved estate: the input of the steps on each environment. */
export interface ResolvedEstate {
  readonly request: RunRequest;
  readonly desiredState: DesiredState;
  readonly rules: RuleContext;
  readonly inputs: InputDigests;
  /** The names of environments with a selected target, sorted. */
  readonly environments: readonly string[];
  readonly targets: {
    readonly all: readonly ResolvedTarget[];
    readonly selected: readonly ResolvedTarget[];
  };
  readonly apis: ApiDescriptions;
  readonly renderer: Renderer;
  readonly diagnostics: readonly Diagnostic[];
  readonly leftOutKeys: readonly string[];
}

/** The result of rendering, checking and evaluating one environment; plain data. */
export interface EnvironmentRecord {
  readonly environment: string;
  readonly targets: readonly TargetSummary[];
  readonly diagnostics: readonly Diagnostic[];
  readonly patches: readonly PatchOutcome[];
  readonly results: EnvironmentResults;
}

/** A record, and its rendered targets unless it was cached. */
export interface EnvironmentRun {
  readonly record: EnvironmentRecord;
  readonly rendered?: readonly RenderedTarget[];
}

/** The input of the rules about the estate, and its findings in one environment. */
export interface FindingsToPlace {
  readonly found: FoundInEnvironment;
  readonly prepared: PreparedInput<EstateInput>;
}

/** The steps of a run. A cache or a pool of workers can wrap them. */
export interface Steps {
  readonly load: (reader: EstateReader) => Promise<LoadedEstate>;
  readonly checkSchema: (files: readonly EstateFile[], options: SchemaOptions) => CheckedSchema;
  readonly resolve: (
    desiredState: DesiredState,
    asOf: string,
    inputs: InputDigests,
  ) => ResolvedTargets;
  readonly prepareApis: (desiredState: DesiredState, inputs: InputDigests) => ApiDescriptions;
  readonly prepareRenderer: (
    desiredState: DesiredState,
    apis: ApiDescriptions,
    inputs: InputDigests,
  ) => Renderer;
  readonly checkTemplates: (estate: ResolvedEstate) => readonly Diagnostic[];
  /** Renders one environment, checks its manifests and evaluates its rules. */
  readonly runEnvironment: (estate: ResolvedEstate, environment: string) => Promise<EnvironmentRun>;
  readonly evaluateEstateRules: (policies: Policies, json: string) => Evaluation;
  readonly placeFindings: (estate: ResolvedEstate, request: FindingsToPlace) => readonly Waivable[];
}

type SchemaOptions = Pick<RunRequest, "unknownKeys">;

/** The resolved targets of an estate. */
interface ResolvedTargets {
  readonly targets: readonly ResolvedTarget[];
  readonly diagnostics: readonly Diagnostic[];
}
