import type { TargetResult } from "../../model/results/run-result.ts";
import { environmentInputs } from "../input/environment-input.ts";
import { findingContext } from "../findings/finding-context.ts";
import { joinJudgements, tooDeep, type EnvironmentJudgement, type Judgement } from "./judgement.ts";
import {
  targetJudge,
  type JudgedTarget,
  type JudgingRequest,
  type Strictness,
} from "./judge-target.ts";
import { makeFindings } from "../findings/make-findings.ts";
import { parametersFor } from "../bundle/resolve-settings.ts";
import { tierOf } from "../input/target-input.ts";
import { targetParts } from "../input/target-parts.ts";

/** Judges one environment by its targets, whose order stays. */
export type EnvironmentJudge = (
  environment: string,
  targets: readonly TargetResult[],
) => EnvironmentJudgement;

/** A function that asks the rules about each target of an environment, and those about the environment as a whole. */
export function environmentJudge(request: JudgingRequest): EnvironmentJudge {
  const { policies, desiredState } = request;
  const { rules } = policies.bundle;
  const partOf = targetParts(rules.filter(({ scope }) => scope === "estate"));
  const judgeTarget = targetJudge(request);
  const judgeWhole = request.targetsOnly ? () => joinJudgements([]) : wholeJudge(request);
  return (environment, targets) => {
    const subject = { environment, tier: tierOf(desiredState, environment) };
    const strictness = { subject, parameters: parametersFor(policies.settings, rules, subject) };
    const judged = targets.map((result) => ({ result, ...judgeTarget(result, strictness) }));
    const whole = judgeWhole(environment, targets, strictness);
    return {
      ...joinJudgements([...judged.map(ofTarget), placed(whole, { environment })]),
      parts: withoutDoubles(judged).map(({ result, pulls }) => partOf(result, pulls)),
    };
  };
}

function ofTarget({ result, judgement }: JudgedTarget & { result: TargetResult }): Judgement {
  const { environment, target } = result;
  return placed(judgement, { environment, target });
}

function placed(
  judgement: Judgement,
  place: { readonly environment: string; readonly target?: string },
): Judgement {
  return {
    ...judgement,
    failures: judgement.failures.map((failure) => ({ ...failure, ...place })),
  };
}

/** The targets with the images that nothing of the same system names on a target before: where they run does not tell them apart. */
function withoutDoubles<Judged extends JudgedTarget & { readonly result: TargetResult }>(
  judged: readonly Judged[],
): readonly Judged[] {
  const known = new Set<string>();
  return judged.map((one) => ({
    ...one,
    pulls: one.pulls.filter(({ resource, title, image }) => {
      const key = [one.result.manifests[resource]?.system, title, image.reference].join("\0");
      const isFirst = !known.has(key);
      known.add(key);
      return isFirst;
    }),
  }));
}

type WholeJudge = (
  environment: string,
  targets: readonly TargetResult[],
  strictness: Strictness,
) => Judgement;

/** A function that asks the rules of scope `environment`. */
function wholeJudge({ policies, desiredState, asOf }: JudgingRequest): WholeJudge {
  const { bundle } = policies;
  const prepare = environmentInputs(desiredState, asOf);
  const rules = bundle.rules.filter(({ scope }) => scope === "environment");
  const partOf = targetParts(rules);
  return (environment, targets, { parameters }) => {
    // Bundles of earlier commits have none.
    if (rules.length === 0) return joinJudgements([]);
    const prepared = prepare(environment, {
      targets: targets.map((result) => ({ result, part: partOf(result) })),
      parameters,
    });
    if (prepared.json === undefined) return tooDeep(rules);
    const { findings, ...rest } = bundle.evaluate({ json: prepared.json, scope: "environment" });
    const context = findingContext(prepared, { policies, desiredState });
    return { findings: makeFindings(findings, context), ...rest };
  };
}
