import type { DesiredState } from "../../model/estate/desired-state.ts";
import { printJson } from "../../model/values/print-json.ts";
import { declaredEnvironments, declaredFacts } from "./declared-input.ts";
import {
  placedParts,
  wholeSystems,
  type PartOfTarget,
  type PreparedInput,
} from "./placed-parts.ts";
import { policyInputVersion, type EnvironmentInput, type Parameters } from "./policy-input.ts";

/** The input about an environment, and the same as JSON unless it nests too deep to be printed. */
interface PrintedInput extends PreparedInput<EnvironmentInput> {
  readonly json: string | undefined;
}

interface EnvironmentParts {
  readonly targets: readonly PartOfTarget[];
  readonly parameters: Parameters;
}

/** A function that puts together what the rules of scope `environment` see of each; what all of them share is printed once. */
export function environmentInputs(
  desiredState: DesiredState,
  asOf: string,
): (environment: string, parts: EnvironmentParts) => PrintedInput {
  const shared = {
    apiVersion: policyInputVersion,
    scope: "environment" as const,
    asOf,
    ...declaredFacts(desiredState),
  };
  const opening = printJson(shared)?.slice(0, -1);
  return (name, { targets, parameters }) => {
    const environments = desiredState.environments.filter((one) => one.name === name);
    // What a part of a system lacks, the rest may have.
    const isPlaced = wholeSystems(environments, targets);
    const { placements, resources, manifests, placed } = placedParts(targets, isPlaced);
    const own = {
      environments: declaredEnvironments(environments, isPlaced),
      placements,
      parameters,
      resources,
    };
    const rest = printJson(own)?.slice(1);
    return {
      input: { ...shared, ...own },
      json: opening && rest && `${opening},${rest}`,
      manifests,
      placed,
    };
  };
}
