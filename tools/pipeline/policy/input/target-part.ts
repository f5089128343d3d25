import { isRecord } from "../../model/values/json-record.ts";
import { kindName, type Manifest } from "../../model/kubernetes/manifest.ts";
import type { RenderedTarget } from "../../model/results/rendered-target.ts";
import { identifyManifest } from "./manifests/identify-manifest.ts";
import { keepFields } from "./keep-fields.ts";
import { placementOf } from "./placement-of.ts";
import type { EstateInput, PolicyPull } from "./policy-input.ts";
import type { RuleMetadata } from "../bundle/rule-metadata.ts";

/**
 * The part of one target in the input about its environment or the estate; plain data that does not hold its manifests.
 */
export interface TargetPart {
  /** One for each of its systems, in their order. */
  readonly placements: readonly { readonly system: string }[];
  /** Manifests that rules read or that name images, in their order. */
  readonly resources: readonly KeptResource[];
}

interface KeptResource {
  readonly resource: EstateInput["resources"][number];
  /** The position among the manifests of the target. */
  readonly position: number;
  readonly incomplete: boolean;
  /** The images of the manifest; their paths start in the object. */
  readonly pulls: readonly Omit<PolicyPull, "resource">[];
}

/** The paths of the fields that rules read, by kind. */
export type FieldsRead = ReadonlyMap<string, readonly string[]>;

/** Builds the part of a target. Manifests that no rule reads and that name no image are omitted. */
export function targetPart(
  target: RenderedTarget,
  fields: FieldsRead,
  pulls: readonly PolicyPull[] = [],
): TargetPart {
  return {
    placements: target.systems.map(({ view }) => placementOf(target, view)),
    resources: keptResources(target, fields, pulls),
  };
}

function keptResources(
  { environment, target, manifests }: RenderedTarget,
  fieldsOf: FieldsRead,
  pulls: readonly PolicyPull[],
): readonly KeptResource[] {
  const pullsOf = Map.groupBy(pulls, ({ resource }) => resource);
  return manifests.flatMap((manifest, position): KeptResource[] => {
    const fields = fieldsOf.get(kindName(manifest.id));
    const own = pullsOf.get(position) ?? [];
    if (!fields && own.length === 0) return [];
    const content = fields ? { object: contentOf(manifest, fields) } : {};
    return [
      {
        resource: { ...identifyManifest(manifest), environment, target, ...content },
        position,
        incomplete: manifest.incomplete ?? false,
        pulls: own.map(({ path, title, image }) => ({ path: path.slice(3), title, image })),
      },
    ];
  });
}

/**
 * Collects the fields that rules read, by kind. Complete manifests of many targets do not fit into the memory of the
 * compiled rules.
 */
export function fieldsRead(rules: readonly RuleMetadata[]): FieldsRead {
  const read = rules.flatMap(({ reads = {}, kinds = [] }) => [
    ...Object.entries(reads),
    ...kinds.map((kind): [string, readonly string[]] => [kind, [""]]),
  ]);
  return new Map(
    [...Map.groupBy(read, ([kind]) => kind)].map(([kind, entries]) => [
      kind,
      entries.flatMap(([, fields]) => fields),
    ]),
  );
}

function contentOf({ object }: Manifest, fields: readonly string[]): Record<string, unknown> {
  const kept = keepFields(object, fields);
  return isRecord(kept) ? kept : {};
}
