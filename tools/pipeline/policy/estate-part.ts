import { kindName, objectName, type Manifest } from "../model/manifest.ts";
import type { TargetResult } from "../model/run-result.ts";
import { placementOf } from "./placement-of.ts";
import type { EstateInput } from "./policy-input.ts";
import type { RuleMetadata } from "./rule-metadata.ts";

/** What one target adds to the input about the whole estate, as plain data that can be kept while its manifests are let go. */
export interface EstatePart {
  /** One for each of its systems, in their order. */
  readonly placements: readonly { readonly system: string }[];
  /** Manifests of the kinds that rules ask for, in their order; with what the input does not hold of them. */
  readonly resources: readonly KeptResource[];
}

interface KeptResource {
  readonly resource: EstateInput["resources"][number];
  readonly incomplete: boolean;
}

/** The part of a target; it pictures the systems and renders the manifests, where nobody did. */
export function estatePart(result: TargetResult, rules: readonly RuleMetadata[]): EstatePart {
  return {
    placements: result.systems.map(({ picture }) => placementOf(result, picture)),
    resources: manifestsFor(result, rules).map((manifest) => ({
      resource: toResource(result, manifest),
      incomplete: manifest.incomplete ?? false,
    })),
  };
}

/** The manifests of a target of which rules of scope `estate` want to know. */
export function manifestsFor(
  { manifests }: TargetResult,
  rules: readonly RuleMetadata[],
): readonly Manifest[] {
  const kinds = new Set(rules.flatMap((rule) => rule.kinds ?? []));
  return manifests.filter(({ id }) => kinds.has(kindName(id)));
}

function toResource(
  { environment, target }: TargetResult,
  { id, layer, system, component, object }: Manifest,
): KeptResource["resource"] {
  return {
    id: objectName(id),
    ...id,
    layer,
    ...(system === undefined ? {} : { system }),
    ...(component === undefined ? {} : { component }),
    environment,
    target,
    object,
  };
}
