import type { DesiredState } from "../../model/estate/desired-state.ts";
import type { Proof } from "../../model/results/proof.ts";
import type { RenderedTarget } from "../../model/results/rendered-target.ts";
import { summariseTarget } from "../../model/results/target-summary.ts";
import type { Policies } from "../bundle/load-policies.ts";
import { parametersFor } from "../bundle/resolve-settings.ts";
import { evaluateEnvironment } from "../evaluate/evaluate-environment.ts";
import { ruleContext, type RuleContext } from "../evaluate/rule-context.ts";
import {
  joinResults,
  tooDeepResults,
  type EnvironmentResults,
  type RuleResults,
} from "../evaluate/rule-results.ts";
import { groupByEnvironment, placeFindings } from "../findings/place-findings.ts";
import { estateInput } from "../input/estate-input.ts";
import { printJson } from "../../model/values/print-json.ts";
import { prove } from "../proofs/find-proofs.ts";
import { settleFindings, type PolicyResult, type SettleRequest } from "../settle-findings.ts";

interface SampleRequest extends Pick<SettleRequest, "ignoreWaivers" | "partial"> {
  readonly policies: Policies;
  readonly desiredState: DesiredState;
  readonly asOf: string;
  readonly targets: readonly RenderedTarget[];
  /** Skips the rules about the estate. */
  readonly withoutEstate?: boolean;
}

/** Evaluates all rules about targets that are already rendered. */
export function evaluateRules(request: SampleRequest): PolicyResult {
  const { policies, targets, partial = false } = request;
  const context = ruleContext(request);
  const evaluated = [...Map.groupBy(targets, ({ environment }) => environment)].map(
    ([environment, own]) => ({ own, results: evaluateEnvironment(environment, own, context) }),
  );
  const results = joinResults(evaluated.map((one) => one.results));
  const summaries = targets.map(summariseTarget);
  const proofs = prove(summaries, results, { policies, diagnostics: [] });
  const ofEstate = request.withoutEstate
    ? joinResults([])
    : evaluateEstate({ evaluated, targets, context, proofs, partial, results });
  return settleFindings(joinResults([results, ofEstate]), {
    ...request,
    context,
    targets: summaries,
    proofs,
  });
}

interface Evaluated {
  readonly evaluated: readonly {
    readonly own: readonly RenderedTarget[];
    readonly results: EnvironmentResults;
  }[];
  readonly targets: readonly RenderedTarget[];
  readonly context: RuleContext;
  readonly proofs: readonly Proof[];
  readonly partial: boolean;
  readonly results: RuleResults;
}

function evaluateEstate({ evaluated, targets, context, proofs, ...rest }: Evaluated): RuleResults {
  const { bundle, settings } = context.policies;
  const prepared = estateInput({
    ...context,
    targets: evaluated.flatMap(({ own, results: { parts } }) =>
      own.map((target, index) => ({ target, part: parts[index]! })),
    ),
    parameters: parametersFor(settings, bundle.rules, { tier: "production" }),
    rules: bundle.rules,
    considered: rest.partial ? {} : rest.results.considered,
    proofs,
    partial: rest.partial,
  });
  const json = printJson(prepared.input);
  if (json === undefined) return tooDeepResults([]);
  const { findings, ...others } = bundle.evaluate({ json, scope: "estate" });
  const placed = groupByEnvironment(findings, prepared).flatMap((found) =>
    placeFindings(found, { prepared, context }, targets),
  );
  return { findings: placed, ...others };
}
