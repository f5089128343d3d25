import type { Diagnostic } from "../model/results/diagnostic.ts";
import type { Proof } from "../model/results/proof.ts";
import { printJson } from "../model/values/print-json.ts";
import type { Policies } from "../policy/bundle/load-policies.ts";
import type { Evaluation } from "../policy/bundle/policy-bundle.ts";
import { parametersFor } from "../policy/bundle/resolve-settings.ts";
import { joinResults, tooDeepResults, type RuleResults } from "../policy/evaluate/rule-results.ts";
import { groupByEnvironment, placeFindings } from "../policy/findings/place-findings.ts";
import { estateInput } from "../policy/input/estate-input.ts";
import type { PartOfTarget } from "../policy/input/join-parts.ts";
import { prove } from "../policy/proofs/find-proofs.ts";
import type { Waivable } from "../policy/waivers/apply-waivers.ts";
import { renderEnvironment } from "./render-and-check.ts";
import type { EnvironmentRecord, FindingsToPlace, ResolvedEstate, Steps } from "../steps.ts";

/** All environments, and the diagnostics that belong to none of them. */
interface EstateToEvaluate {
  readonly records: readonly EnvironmentRecord[];
  readonly diagnostics: readonly Diagnostic[];
}

/** All rule results and proofs of an estate, and every diagnostic of the steps before. */
export interface EvaluatedEstate {
  readonly diagnostics: readonly Diagnostic[];
  readonly results: RuleResults;
  readonly proofs: readonly Proof[];
  /** Some of the estate is not rendered. */
  readonly partial: boolean;
}

/** Finds proofs of portability and evaluates the rules about the estate. */
export function evaluateEstate(
  estate: ResolvedEstate,
  { records, diagnostics: others }: EstateToEvaluate,
  steps: EstateSteps,
): EvaluatedEstate {
  const targets = records.flatMap((record) => record.targets);
  const diagnostics = [
    ...estate.diagnostics,
    ...others,
    ...records.flatMap((record) => record.diagnostics),
  ];
  const partial =
    diagnostics.length > 0 || estate.targets.selected.length < estate.targets.all.length;
  const ofEnvironments = joinResults(records.map(({ results }) => results));
  const proofs = prove(targets, ofEnvironments, { policies: estate.rules.policies, diagnostics });
  const { considered } = ofEnvironments;
  const ofEstate = evaluateRules(estate, { records, considered, proofs, partial }, steps);
  return { diagnostics, results: joinResults([ofEnvironments, ofEstate]), proofs, partial };
}

type EstateSteps = Pick<Steps, "evaluateEstateRules" | "placeFindings">;

interface RuleInput extends Pick<EvaluatedEstate, "proofs" | "partial"> {
  readonly records: readonly EnvironmentRecord[];
  readonly considered: RuleResults["considered"];
}

/** Evaluates the rules of scope `estate`, and gives their findings places in the files of their environments. */
function evaluateRules(
  estate: ResolvedEstate,
  { records, considered, proofs, partial }: RuleInput,
  steps: EstateSteps,
): RuleResults {
  const { policies } = estate.rules;
  const { rules } = policies.bundle;
  const prepared = estateInput({
    ...estate.rules,
    targets: records.flatMap(partsOf),
    parameters: parametersFor(policies.settings, rules, { tier: "production" }),
    rules,
    // Counts of a part of the estate would look like unused rules.
    considered: partial ? {} : considered,
    proofs,
    partial,
  });
  const json = printJson(prepared.input);
  if (json === undefined) return tooDeepResults(rules.filter(({ scope }) => scope === "estate"));
  const { findings: raw, ...rest } = steps.evaluateEstateRules(policies, json);
  const findings: Waivable[] = [];
  for (const found of groupByEnvironment(raw, prepared))
    findings.push(...steps.placeFindings(estate, { found, prepared }));
  return { findings, ...rest };
}

/** Evaluates the compiled rules of scope `estate` on their input. */
export function evaluateEstateRules({ bundle }: Policies, json: string): Evaluation {
  return bundle.evaluate({ json, scope: "estate" });
}

/** Gives findings their places. Renders their environment again. */
export function placeEstateFindings(
  estate: ResolvedEstate,
  { found, prepared }: FindingsToPlace,
): readonly Waivable[] {
  const { environment } = found;
  const rendered = environment === undefined ? [] : renderEnvironment(estate, environment).rendered;
  return placeFindings(found, { prepared, context: estate.rules }, rendered);
}

function partsOf({ targets, results: { parts } }: EnvironmentRecord): PartOfTarget[] {
  return targets.map((target, index) => {
    const part = parts[index];
    if (!part) throw new Error("a target that was not evaluated with its environment");
    return { target, part };
  });
}
