import type { DesiredState } from "../../model/estate/desired-state.ts";
import { startOf } from "../../model/origins/place.ts";
import type { Policies } from "../bundle/load-policies.ts";
import type { FindingContext } from "./make-findings.ts";
import type { PreparedInput } from "../input/placed-parts.ts";
import type { EnvironmentInput, EstateInput } from "../input/policy-input.ts";
import { actionFor } from "../bundle/resolve-settings.ts";
import { tierOf } from "../input/target-input.ts";
import { unsureKinds } from "./unsure-kinds.ts";

export interface FindingRequest {
  readonly policies: Policies;
  readonly desiredState: DesiredState;
}

/** How findings are made of what rules say of several targets: those that lead into a manifest are its target's, others what they lead to. */
export function findingContext(
  { input, manifests: placed }: PreparedInput<EnvironmentInput | EstateInput>,
  { policies: { bundle, settings }, desiredState }: FindingRequest,
): FindingContext {
  const manifests = placed.map(({ manifest }) => manifest);
  return {
    rules: bundle.rules,
    input,
    manifests,
    unsure: unsureKinds(manifests),
    fallback: startOf("environments"),
    actionOf: (rule, environment) => {
      if (environment === undefined) return actionFor(settings, rule, { tier: "production" });
      return actionFor(settings, rule, { environment, tier: tierOf(desiredState, environment) });
    },
    belongsTo: ({ path, resource }) => {
      const result = resource === undefined ? undefined : placed[resource]?.result;
      if (result) return { environment: result.environment, target: result.target };
      return path[0] === "environments" && typeof path[1] === "string"
        ? { environment: path[1] }
        : {};
    },
  };
}
