import type { DesiredState } from "../../model/estate/desired-state.ts";
import { setOrigin } from "../../model/origins/origin.ts";
import { startOf } from "../../model/origins/place.ts";
import type { Proof } from "../../model/results/proof.ts";
import { declaredEnvironments, type DeclaredFacts } from "./declared-input.ts";
import { joinParts, completeSystems, type PartOfTarget, type PreparedInput } from "./join-parts.ts";
import { policyInputVersion, type EstateInput, type Parameters } from "./policy-input.ts";
import { portableFiles } from "./facts/portable-files.ts";
import type { RuleMetadata } from "../bundle/rule-metadata.ts";

/** The input of the rules about the estate. */
export interface EstateInputRequest {
  readonly desiredState: DesiredState;
  readonly targets: readonly PartOfTarget[];
  readonly asOf: string;
  readonly parameters: Parameters;
  readonly rules: readonly RuleMetadata[];
  /** The facts that all environments share. */
  readonly declared: DeclaredFacts;
  readonly considered: Readonly<Record<string, number>>;
  readonly proofs: readonly Proof[];
  /** Some of the estate is not rendered. */
  readonly partial?: boolean | undefined;
}

/** Builds the input of the rules of scope `estate`. Every declared value keeps its place. */
export function estateInput({
  desiredState,
  targets,
  asOf,
  parameters,
  rules,
  declared,
  considered,
  proofs,
  partial = false,
}: EstateInputRequest): PreparedInput<EstateInput> {
  const isComplete = partial ? completeSystems(desiredState.environments, targets) : () => true;
  const { placements, resources, pulls, ...behind } = joinParts(targets, isComplete);
  const input: EstateInput = {
    apiVersion: policyInputVersion,
    scope: "estate",
    asOf,
    ...declared,
    environments: declaredEnvironments(desiredState.environments, isComplete),
    images: desiredState.images?.value.images ?? {},
    supply: desiredState.images?.value.supply ?? {},
    portableFiles: portableFiles(desiredState),
    placements,
    parameters,
    rules: rulePlaces(rules),
    considered,
    // The unrendered rest of the estate may add proofs.
    ...(partial ? {} : { proofs }),
    resources,
    pulls,
  };
  return { input, ...behind };
}

function rulePlaces(rules: readonly RuleMetadata[]): EstateInput["rules"] {
  const entries: Record<string, EstateInput["rules"][string]> = {};
  for (const { id, scope, title, folder, line, covers } of rules) {
    entries[id] = { scope, title, families: covers?.families ?? [] };
    setOrigin(entries, id, { place: { ...startOf(`policies/rules/${folder}/rule.rego`), line } });
  }
  return entries;
}
