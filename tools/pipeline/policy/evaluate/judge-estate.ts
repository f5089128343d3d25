import type { Proof } from "../../model/results/proof.ts";
import { printJson } from "../../model/values/print-json.ts";
import { digestOf } from "../../model/results/run-memory.ts";
import { estateInput } from "../input/estate-input.ts";
import type { JudgingRequest } from "./judge-target.ts";
import { tooDeep, type Judgement } from "./judgement.ts";
import { placeFindings, type RecallPlaces } from "../findings/place-findings.ts";
import type { PartOfTarget } from "../input/placed-parts.ts";
import type { Evaluation } from "../bundle/policy-bundle.ts";
import { parametersFor } from "../bundle/resolve-settings.ts";

export interface EstateRequest extends JudgingRequest {
  readonly targets: readonly PartOfTarget[];
  readonly proofs: readonly Proof[];
  /** How many things each rule of the other scopes looked at. */
  readonly considered: Judgement["considered"];
  /** Some of the estate was not rendered. */
  readonly partial?: boolean;
  /** Gives what is known of the estate as a whole, by the digest of what the rules see of it. */
  readonly recallAnswer?: (digest: string, evaluate: () => Evaluation) => Evaluation;
  /** Gives what is known of the places of findings about the estate that lead into one environment, by what Rego said. */
  readonly recallPlaces?: RecallPlaces;
}

/** Asks the rules of scope `estate`. */
export function judgeEstate(request: EstateRequest): Judgement {
  const { bundle, settings } = request.policies;
  const prepared = estateInput({
    ...request,
    parameters: parametersFor(settings, bundle.rules, { tier: "production" }),
    rules: bundle.rules,
    // What a part of the estate lacks, the rest may have.
    considered: request.partial ? {} : request.considered,
  });
  const json = printJson(prepared.input);
  if (json === undefined) return tooDeep(bundle.rules.filter(({ scope }) => scope === "estate"));
  const { recallAnswer = (_digest, evaluate) => evaluate() } = request;
  const { findings, ...rest } = recallAnswer(digestOf(json), () =>
    bundle.evaluate({ json, scope: "estate" }),
  );
  return { findings: placeFindings(findings, prepared, request), ...rest };
}
