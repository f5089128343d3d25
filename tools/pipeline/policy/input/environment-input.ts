import type { DesiredState } from "../../model/estate/desired-state.ts";
import type { RenderedTarget } from "../../model/results/rendered-target.ts";
import { printJson } from "../../model/values/print-json.ts";
import { declaredEnvironments, type DeclaredFacts } from "./declared-input.ts";
import { joinParts, completeSystems, type PreparedInput } from "./join-parts.ts";
import { policyInputVersion, type EnvironmentInput, type Parameters } from "./policy-input.ts";
import { targetPart, type FieldsRead } from "./target-part.ts";

/** The input about an environment, and its JSON unless it nests too deep to be printed. */
interface PrintedInput extends PreparedInput<EnvironmentInput> {
  readonly json: string | undefined;
}

/** The input of an environment besides its targets. */
interface EnvironmentContext {
  readonly desiredState: DesiredState;
  readonly asOf: string;
  readonly parameters: Parameters;
  readonly fields: { readonly environment: FieldsRead };
  readonly declared: DeclaredFacts;
  /** The JSON text before the environment's own values. */
  readonly opening: string | undefined;
}

/** Prepares the input of the rules of scope `environment`. */
export function environmentInput(
  name: string,
  targets: readonly RenderedTarget[],
  { desiredState, asOf, parameters, fields, declared, opening }: EnvironmentContext,
): PrintedInput {
  const environments = desiredState.environments.filter((one) => one.name === name);
  const parts = targets.map((target) => ({
    target,
    part: targetPart(target, fields.environment),
  }));
  // A partly rendered system may lack what its other parts have.
  const isComplete = completeSystems(environments, parts);
  const { placements, resources, pulls: _pulls, ...owners } = joinParts(parts, isComplete);
  const own = {
    environments: declaredEnvironments(environments, isComplete),
    placements,
    parameters,
    resources,
  };
  const rest = printJson(own)?.slice(1);
  return {
    input: { apiVersion: policyInputVersion, scope: "environment", asOf, ...declared, ...own },
    json: opening && rest && `${opening},${rest}`,
    ...owners,
  };
}
