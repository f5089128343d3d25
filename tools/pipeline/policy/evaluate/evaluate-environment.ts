import type { RenderedTarget } from "../../model/results/rendered-target.ts";
import { parametersFor } from "../bundle/resolve-settings.ts";
import { findingContext } from "../findings/finding-context.ts";
import { makeFindings } from "../findings/make-findings.ts";
import { environmentInput } from "../input/environment-input.ts";
import type { PolicyPull } from "../input/policy-input.ts";
import { tierOf } from "../input/target-input.ts";
import { targetPart } from "../input/target-part.ts";
import { evaluateTarget, type Strictness } from "./evaluate-target.ts";
import type { RuleContext } from "./rule-context.ts";
import {
  withPlace,
  joinResults,
  tooDeepResults,
  type EnvironmentResults,
  type RuleResults,
} from "./rule-results.ts";

/** Evaluates the rules of scope `target` for each target of an environment, then those of scope `environment`. */
export function evaluateEnvironment(
  environment: string,
  targets: readonly RenderedTarget[],
  context: RuleContext,
): EnvironmentResults {
  const strictness = strictnessOf(environment, context);
  const evaluated = targets.map((target) => evaluateTarget(target, context, strictness));
  const whole = evaluateWhole(environment, targets, { context, strictness });
  const pulls = distinctPulls(
    targets,
    evaluated.map((one) => one.pulls),
  );
  return {
    ...joinResults([...evaluated.map((one) => one.results), withPlace(whole, { environment })]),
    parts: targets.map((target, index) => targetPart(target, context.fields.estate, pulls[index])),
  };
}

/** Returns the strictness of the settings in one environment. */
export function strictnessOf(
  environment: string,
  { policies: { bundle, settings }, desiredState }: RuleContext,
): Strictness {
  const subject = { environment, tier: tierOf(desiredState, environment) };
  return { subject, parameters: parametersFor(settings, bundle.rules, subject) };
}

/** Keeps an image of a system only on the first target that names it. The others are duplicates. */
function distinctPulls(
  targets: readonly RenderedTarget[],
  pulls: readonly (readonly PolicyPull[])[],
): readonly (readonly PolicyPull[])[] {
  const known = new Set<string>();
  return targets.map(({ manifests }, index) =>
    (pulls[index] ?? []).filter(({ resource, title, image }) => {
      const key = [manifests[resource]?.system, title, image.reference].join("\0");
      const isFirst = !known.has(key);
      known.add(key);
      return isFirst;
    }),
  );
}

/** Evaluates the rules of scope `environment`. */
function evaluateWhole(
  environment: string,
  targets: readonly RenderedTarget[],
  { context, strictness }: { readonly context: RuleContext; readonly strictness: Strictness },
): RuleResults {
  const { bundle } = context.policies;
  const rules = bundle.rules.filter(({ scope }) => scope === "environment");
  // Bundles of earlier commits have no rules of this scope.
  if (rules.length === 0) return joinResults([]);
  const prepared = environmentInput(environment, targets, {
    ...context,
    parameters: strictness.parameters,
  });
  if (prepared.json === undefined) return tooDeepResults(rules);
  const { findings, ...rest } = bundle.evaluate({ json: prepared.json, scope: "environment" });
  const found = findingContext(
    prepared,
    { ...context, paths: findings.map(({ path }) => path) },
    targets,
  );
  return { findings: makeFindings(findings, found), ...rest };
}
