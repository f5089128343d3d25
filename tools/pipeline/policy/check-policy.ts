import type { DesiredState } from "../model/desired-state.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Finding } from "../model/finding.ts";
import { startOf } from "../model/place.ts";
import { digestOf } from "../model/run-memory.ts";
import type { Proof } from "../model/proof.ts";
import type { TargetResult } from "../model/run-result.ts";
import { applyWaivers, type Waivable } from "./apply-waivers.ts";
import { estateInput } from "./estate-input.ts";
import { estatePart, type EstatePart } from "./estate-part.ts";
import { findProofs } from "./find-proofs.ts";
import { lowerProven } from "./lower-proven.ts";
import type { Policies } from "./load-policies.ts";
import { makeFindings } from "./make-findings.ts";
import { placeFindings, type RecallPlaces } from "./place-findings.ts";
import type { Evaluation } from "./policy-bundle.ts";
import type { RuleMetadata } from "./rule-metadata.ts";
import { actionFor, parametersFor } from "./resolve-settings.ts";
import { sortFindings } from "./sort-findings.ts";
import { environmentFile, targetInputs, tierOf } from "./target-input.ts";
import { unsureKinds } from "./unsure-kinds.ts";

export interface PolicyRequest {
  readonly policies: Policies;
  readonly desiredState: DesiredState;
  readonly targets: readonly TargetResult[];
  /** YYYY-MM-DD. */
  readonly asOf: string;
  /** What earlier steps said: a target that something is wrong with proves nothing. */
  readonly diagnostics?: readonly Diagnostic[];
  /** For audits: every finding stays unwaived, and nothing is said of the waivers. */
  readonly ignoreWaivers?: boolean;
  /** Some of the estate was not rendered (faults, or a choice of targets), so a waiver without findings may still be needed. */
  readonly partial?: boolean;
  /** `false` leaves out the rules about the estate as a whole. */
  readonly estate?: boolean;
  /** Gives the judgement of a target where it is known already; all are judged when absent. */
  readonly judgementOf?: (result: TargetResult) => Judgement;
  /** Gives what is known of the estate as a whole, by the digest of what the rules see of it. */
  readonly recallAnswer?: (digest: string, evaluate: () => Evaluation) => Evaluation;
  /** Gives what is known of the places of findings about the estate that lead into one environment, by what Rego said. */
  readonly recallPlaces?: RecallPlaces;
}

export interface PolicyResult {
  /** Sorted by place, rule, environment, target, object and path. */
  readonly findings: readonly Finding[];
  /** How many things each rule looked at, over all targets. */
  readonly considered: Readonly<Record<string, number>>;
  readonly proofs: readonly Proof[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Judges every target and then the estate by the rules; a rule that could not be evaluated is a diagnostic, never "clean". */
export function checkPolicy(request: PolicyRequest): PolicyResult {
  const { policies, desiredState, asOf } = request;
  const { judgementOf = targetJudge(request) } = request;
  const targets = request.targets.map((result) => ({ result, judgement: judgementOf(result) }));
  const judged = targets.map(({ judgement }) => judgement);
  const proofs = proofsOf(request, judged);
  if (request.estate !== false) judged.push(judgeEstate(request, targets, proofs));
  const findings = lowerProven(
    judged.flatMap((judgement) => judgement.findings),
    { rules: policies.bundle.rules, targets: request.targets, proofs },
  );
  const waived = request.ignoreWaivers
    ? { findings: findings.map(({ finding }) => finding), diagnostics: [] }
    : applyWaivers(findings, {
        environments: desiredState.environments,
        rules: policies.bundle.rules,
        asOf,
        partial: request.partial ?? false,
      });
  return {
    findings: sortFindings(waived.findings),
    considered: totals(judged),
    proofs,
    diagnostics: [
      ...policies.diagnostics,
      ...judged.flatMap((judgement) => failuresOf(judgement)),
      ...waived.diagnostics,
    ],
  };
}

/** What the rules say of one target, or of the estate, before waivers; plain data. */
export interface Judgement {
  readonly findings: readonly Waivable[];
  readonly considered: Evaluation["considered"];
  readonly failures: Evaluation["failures"];
  readonly environment?: string;
  readonly target?: string;
  /** What the rules about the estate see of the target. */
  readonly part?: EstatePart;
}

function proofsOf(
  { policies, targets, diagnostics = [] }: PolicyRequest,
  judged: readonly Judgement[],
): readonly Proof[] {
  return findProofs(targets, {
    diagnostics: [
      ...diagnostics,
      ...policies.diagnostics,
      ...judged.flatMap((judgement) => failuresOf(judgement)),
    ],
    findings: judged.flatMap(({ findings }) => findings.map(({ finding }) => finding)),
  });
}

/** A function that judges targets one by one. */
export function targetJudge({
  policies: { bundle, settings },
  desiredState,
  asOf,
}: Pick<PolicyRequest, "policies" | "desiredState" | "asOf">): (result: TargetResult) => Judgement {
  const prepare = targetInputs(desiredState, asOf);
  return (result) => judgeTarget(result, { bundle, settings, desiredState, prepare });
}

interface Judging {
  readonly bundle: Policies["bundle"];
  readonly settings: Policies["settings"];
  readonly desiredState: DesiredState;
  readonly prepare: ReturnType<typeof targetInputs>;
}

function judgeTarget(
  result: TargetResult,
  { bundle, settings, desiredState, prepare }: Judging,
): Judgement {
  const { environment, target } = result;
  const subject = { environment, tier: tierOf(desiredState, environment) };
  const prepared = prepare(result, parametersFor(settings, bundle.rules, subject));
  if (!prepared) {
    return { ...tooDeep(bundle.rules, "target"), environment, target };
  }
  const { considered, failures, ...raw } = bundle.evaluate({
    json: prepared.json,
    scope: "target",
  });
  const findings = makeFindings(raw.findings, {
    rules: bundle.rules,
    input: prepared.input,
    manifests: result.manifests,
    unsure: unsureKinds(result.manifests),
    lacksObjects: result.lacksObjects,
    fallback: startOf(environmentFile(environment)),
    actionOf: (rule) => actionFor(settings, rule, subject),
    belongsTo: () => ({ environment, target }),
  });
  const part = estatePart(result, { rules: bundle.rules, pulls: prepared.input.pulls });
  return { findings, considered, failures, environment, target, part };
}

function tooDeep(rules: readonly RuleMetadata[], scope: RuleMetadata["scope"]): Judgement {
  const reason = "a manifest is nested too deep to be read";
  return {
    findings: [],
    considered: {},
    failures: rules.filter((rule) => rule.scope === scope).map(({ id }) => ({ rule: id, reason })),
  };
}

function judgeEstate(
  request: PolicyRequest,
  judged: readonly { readonly result: TargetResult; readonly judgement: Judgement }[],
  proofs: readonly Proof[],
): Judgement {
  const { bundle, settings } = request.policies;
  const parameters = parametersFor(settings, bundle.rules, { tier: "production" });
  const prepared = estateInput({
    ...request,
    targets: judged.map(({ result, judgement: { part } }) => ({
      result,
      // What could not be printed for the rules of the target is not printed for those of the estate either.
      part: part ?? estatePart(result, { rules: bundle.rules, pulls: [] }),
    })),
    parameters,
    rules: bundle.rules,
    // What a part of the estate lacks, the rest may have.
    considered: request.partial ? {} : totals(judged.map(({ judgement }) => judgement)),
    proofs,
  });
  const json = printed(prepared.input);
  if (json === undefined) return tooDeep(bundle.rules, "estate");
  const { recallAnswer = (_digest, evaluate) => evaluate() } = request;
  const { considered, failures, ...raw } = recallAnswer(digestOf(json), () =>
    bundle.evaluate({ json, scope: "estate" }),
  );
  return { findings: placeFindings(raw.findings, prepared, request), considered, failures };
}

function printed(input: object): string | undefined {
  try {
    return JSON.stringify(input);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function failuresOf({ failures: all, environment, target }: Judgement): Diagnostic[] {
  const at = startOf(environment === undefined ? "environments" : environmentFile(environment));
  const where = {
    ...(environment === undefined ? {} : { environment }),
    ...(target === undefined ? {} : { target }),
  };
  // One failed evaluation fails all its rules: one message names them all.
  const rulesByReason = Map.groupBy(all, ({ reason }) => reason);
  return [...rulesByReason].map(([reason, failures]) => ({
    code: "policy-rule-failed",
    args: { rules: failures.map(({ rule }) => rule), reason },
    at,
    ...where,
  }));
}

function totals(judged: readonly Judgement[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { considered } of judged) {
    for (const [rule, count] of Object.entries(considered)) sums[rule] = (sums[rule] ?? 0) + count;
  }
  return Object.fromEntries(
    Object.entries(sums).sort(([left], [right]) => (left < right ? -1 : 1)),
  );
}
