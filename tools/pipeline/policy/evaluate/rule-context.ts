import type { DesiredState } from "../../model/estate/desired-state.ts";
import { printJson } from "../../model/values/print-json.ts";
import type { Policies } from "../bundle/load-policies.ts";
import type { RuleMetadata } from "../bundle/rule-metadata.ts";
import { declaredFacts, type DeclaredFacts } from "../input/declared-input.ts";
import { vocabularyOf } from "../input/facts/vocabulary.ts";
import { policyInputVersion, type Vocabulary } from "../input/policy-input.ts";
import { fieldsRead, type FieldsRead } from "../input/target-part.ts";

/** The input of the rules that all environments of a run share. */
export interface RuleContext {
  readonly policies: Policies;
  readonly desiredState: DesiredState;
  /** YYYY-MM-DD. */
  readonly asOf: string;
  readonly vocabulary: Vocabulary;
  /** The facts that all environments share. */
  readonly declared: DeclaredFacts;
  /** The start of every environment's input as JSON text; undefined if it nests too deep. */
  readonly opening: string | undefined;
  /** The fields of manifests that rules above scope `target` read. */
  readonly fields: { readonly environment: FieldsRead; readonly estate: FieldsRead };
}

/** Prepares the evaluation of rules, once for all environments. */
export function ruleContext(
  request: Pick<RuleContext, "policies" | "desiredState" | "asOf">,
): RuleContext {
  const { policies, desiredState, asOf } = request;
  const declared = declaredFacts(desiredState);
  const shared = { apiVersion: policyInputVersion, scope: "environment", asOf, ...declared };
  const fieldsOf = (scope: RuleMetadata["scope"]) =>
    fieldsRead(policies.bundle.rules.filter((rule) => rule.scope === scope));
  return {
    ...request,
    vocabulary: vocabularyOf(desiredState),
    declared,
    opening: printJson(shared)?.slice(0, -1),
    fields: { environment: fieldsOf("environment"), estate: fieldsOf("estate") },
  };
}
