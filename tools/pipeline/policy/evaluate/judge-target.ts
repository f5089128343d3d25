import type { DesiredState } from "../../model/estate/desired-state.ts";
import { startOf } from "../../model/origins/place.ts";
import type { TargetResult } from "../../model/results/run-result.ts";
import { tooDeep, type Judgement } from "./judgement.ts";
import type { Policies } from "../bundle/load-policies.ts";
import { makeFindings } from "../findings/make-findings.ts";
import type { Parameters, PolicyPull } from "../input/policy-input.ts";
import { actionFor, type SettingsSubject } from "../bundle/resolve-settings.ts";
import { environmentFile, targetInputs } from "../input/target-input.ts";
import { unsureKinds } from "../findings/unsure-kinds.ts";

/** What judging needs beside what is judged. */
export interface JudgingRequest {
  readonly policies: Policies;
  readonly desiredState: DesiredState;
  /** YYYY-MM-DD. */
  readonly asOf: string;
  /** Leaves out the rules about more than a target: those at hand are no environment and no estate. */
  readonly targetsOnly?: boolean;
}

/** How strict the settings are in one environment. */
export interface Strictness {
  readonly subject: SettingsSubject;
  readonly parameters: Parameters;
}

/** What the rules of scope `target` say of one, and the images that its manifests name. */
export interface JudgedTarget {
  readonly judgement: Judgement;
  readonly pulls: readonly PolicyPull[];
}

/** A function that asks the rules of scope `target` about targets one by one. */
export function targetJudge({
  policies: { bundle, settings },
  desiredState,
  asOf,
}: JudgingRequest): (result: TargetResult, strictness: Strictness) => JudgedTarget {
  const prepare = targetInputs(desiredState, asOf);
  const rules = bundle.rules.filter(({ scope }) => scope === "target");
  return (result, { subject, parameters }) => {
    const { environment, target, manifests } = result;
    const prepared = prepare(result, parameters);
    // What could not be printed for the rules of the target is not printed for those of the estate either.
    if (!prepared) return { judgement: tooDeep(rules), pulls: [] };
    const { findings, ...rest } = bundle.evaluate({ json: prepared.json, scope: "target" });
    const context = {
      rules: bundle.rules,
      input: prepared.input,
      manifests,
      unsure: unsureKinds(manifests),
      lacksObjects: result.lacksObjects,
      fallback: startOf(environmentFile(environment)),
      actionOf: (rule: (typeof bundle.rules)[number]) => actionFor(settings, rule, subject),
      belongsTo: () => ({ environment, target }),
    };
    return {
      judgement: { findings: makeFindings(findings, context), ...rest },
      pulls: prepared.input.pulls,
    };
  };
}
