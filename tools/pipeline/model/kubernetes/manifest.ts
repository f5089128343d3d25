import type { ManifestLayer } from "../estate/estate-files.ts";
import type { Origin, Path } from "../origins/origin.ts";
import type { Place } from "../origins/place.ts";

/** What identifies a Kubernetes object in one target. `group` is empty for the core group, `namespace` where there is none. */
export interface ObjectId {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

/** One Kubernetes object, with the way back from each of its scalars to the line that wrote it. */
export interface Manifest {
  readonly id: ObjectId;
  readonly object: Readonly<Record<string, unknown>>;
  readonly layer: ManifestLayer;
  readonly system?: string;
  readonly component?: string;
  /** A value of it is missing or does not fit, which a diagnostic says already: what else is wrong follows from that. */
  readonly incomplete?: boolean;
  /** Place of the object in its template or in the checked file. */
  readonly at: Place;
  /** Where the value at a path comes from; falls back to the nearest existing parent, never fails. */
  readonly sourceAt: (path: Path) => ManifestSource;
}

/** Where one value of a manifest comes from. */
export interface ManifestSource {
  /** The line that wrote it: of the template, of the checked file, or of a `set` in the application. */
  readonly template: Place;
  /** The expression of the template, without braces, when the value is not a literal. */
  readonly expression?: string;
  /** Where the expression's value stands in the user's YAML, with the layers it replaced. */
  readonly origin?: Origin;
  /** The patch of the desired state that wrote it last, if any. */
  readonly patch?: Place;
  /** The values inside, where the value is a config file that was rendered: worked out when somebody asks. */
  readonly inside?: () => readonly EmbeddedValue[];
}

/** A scalar of a config file that is itself a value of a manifest; a text of several expressions is told once for each. */
export interface EmbeddedValue {
  /** Inside the config file; empty in files that are one text. */
  readonly path: Path;
  readonly value: unknown;
  readonly source: ManifestSource;
}

/** The place a user should look at for a value: their own YAML where a value came from there, else the template's line. */
export function userPlace(source: ManifestSource): Place {
  return source.patch ?? source.origin?.place ?? source.template;
}

/** `Kind/namespace/name`, or `Kind/name` for an object without a namespace. */
export function objectName(id: ObjectId): string {
  return [id.kind, id.namespace, id.name].filter((part) => part !== "").join("/");
}

/** `group/Kind`, or `Kind` for the core group: how rules name a kind. */
export function kindName({ group, kind }: Pick<ObjectId, "group" | "kind">): string {
  return group === "" ? kind : `${group}/${kind}`;
}

const orderedBy = ["group", "kind", "namespace", "name", "version"] as const;

/** Orders objects by group, kind, namespace and name, in code-unit order. */
export function compareObjects(left: ObjectId, right: ObjectId): number {
  for (const key of orderedBy) {
    if (left[key] !== right[key]) return left[key] < right[key] ? -1 : 1;
  }
  return 0;
}
