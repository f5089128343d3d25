import { isRecord } from "../../model/values/json-record.ts";
import { kindName, type Manifest } from "../../model/kubernetes/manifest.ts";
import type { RenderedTarget } from "../../model/results/rendered-target.ts";
import { identifyManifest } from "./manifests/identify-manifest.ts";
import { keepFields } from "./keep-fields.ts";
import { placementOf } from "./placement-of.ts";
import type { EstateInput, PolicyPull } from "./policy-input.ts";
import type { RuleMetadata } from "../bundle/rule-metadata.ts";

/** What one target adds to the input about its environment or the estate, as plain data that can be kept while its manifests are let go. */
export interface TargetPart {
  /** One for each of its systems, in their order. */
  readonly placements: readonly { readonly system: string }[];
  /** Manifests of which rules read something and those that name images, in their order; with what the input does not hold. */
  readonly resources: readonly KeptResource[];
}

interface KeptResource {
  readonly resource: EstateInput["resources"][number];
  /** Its position among the manifests of the target. */
  readonly position: number;
  readonly incomplete: boolean;
  /** The images that it names; the path leads through the object. */
  readonly pulls: readonly Omit<PolicyPull, "resource">[];
}

/** By kind, the paths of the fields that some rules read. */
export type FieldsRead = ReadonlyMap<string, readonly string[]>;

/** The part of a target with its images. Manifests that no rule reads and that name no image are left out. */
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

/** By kind, what rules read of the manifests of many targets: the whole of them is more than the compiled rules can hold. */
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
