import { startOf } from "../../model/origins/place.ts";
import type { RenderedTarget } from "../../model/results/rendered-target.ts";
import { actionFor, type SettingsSubject } from "../bundle/resolve-settings.ts";
import type { RuleMetadata } from "../bundle/rule-metadata.ts";
import { makeFindings } from "../findings/make-findings.ts";
import { incompleteKinds } from "../findings/incomplete-kinds.ts";
import type { Parameters, PolicyPull } from "../input/policy-input.ts";
import { environmentFile, targetInput } from "../input/target-input.ts";
import type { RuleContext } from "./rule-context.ts";
import { withPlace, tooDeepResults, type RuleResults } from "./rule-results.ts";

/** The strictness of the settings in one environment. */
export interface Strictness {
  readonly subject: SettingsSubject;
  readonly parameters: Parameters;
}

/** The results of the rules of scope `target`, and the images in its manifests. */
export interface EvaluatedTarget {
  readonly results: RuleResults;
  readonly pulls: readonly PolicyPull[];
}

/** Evaluates the rules of scope `target`. */
export function evaluateTarget(
  rendered: RenderedTarget,
  context: RuleContext,
  { subject, parameters }: Strictness,
): EvaluatedTarget {
  const { bundle, settings } = context.policies;
  const { environment, target, manifests, lacksObjects } = rendered;
  const place = { environment, target };
  const prepared = targetInput(rendered, { ...context, parameters });
  // If an input nests too deep for the rules of the target, it is too deep for those of the estate.
  if (!prepared)
    return { results: withPlace(tooDeepResults(rulesOfTargets(bundle.rules)), place), pulls: [] };
  const { findings, ...rest } = bundle.evaluate({ json: prepared.json, scope: "target" });
  const made = makeFindings(findings, {
    rules: bundle.rules,
    input: prepared.input,
    manifests: new Map(manifests.entries()),
    incompleteKinds: incompleteKinds(manifests),
    lacksObjects,
    fallback: startOf(environmentFile(environment)),
    actionOf: (rule) => actionFor(settings, rule, subject),
    belongsTo: () => place,
  });
  return {
    results: withPlace({ findings: made, ...rest }, place),
    pulls: prepared.input.pulls,
  };
}

function rulesOfTargets(rules: readonly RuleMetadata[]): readonly RuleMetadata[] {
  return rules.filter(({ scope }) => scope === "target");
}
