import type { ManifestLayer } from "../estate/estate-files.ts";
import type { Origin, Path } from "../origins/origin.ts";
import type { Place } from "../origins/place.ts";

/**
 * Identity of a Kubernetes object on one target. `group` is empty for the core group, `namespace` for objects without
 * one.
 */
export interface ObjectId {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

/** One Kubernetes object. Each of its scalars can be traced to the line that wrote it. */
export interface Manifest {
  readonly id: ObjectId;
  readonly object: Readonly<Record<string, unknown>>;
  readonly layer: ManifestLayer;
  readonly system?: string;
  readonly component?: string;
  /** A value is missing or invalid and already has a diagnostic; further problems would only follow from it. */
  readonly incomplete?: boolean;
  /** Place of the object in its template or in the checked file. */
  readonly at: Place;
  /** Returns the source of the value at a path, or of its nearest existing parent. */
  readonly sourceAt: (path: Path) => ManifestSource;
}

/** The source of one value of a manifest. */
export interface ManifestSource {
  /** The line that wrote it: in the template, in the checked file, or in a `set` of the application. */
  readonly template: Place;
  /** The template's expression without braces, if the value is not a literal. */
  readonly expression?: string;
  /** Where the user's YAML sets the expression's value, with the layers it replaced. */
  readonly origin?: Origin;
  /** The patch of the desired state that wrote it last, if any. */
  readonly patch?: Place;
  /** Lists the values inside a rendered config file; computed on each call. */
  readonly inside?: () => readonly EmbeddedValue[];
}

/**
 * A scalar of a config file that is itself a value of a manifest; a string of several expressions is listed once for
 * each.
 */
export interface EmbeddedValue {
  /** Path inside the config file; empty for plain text files. */
  readonly path: Path;
  readonly value: unknown;
  readonly source: ManifestSource;
}

/** Returns the place to show the user: their own YAML if it set the value, else the template's line. */
export function userPlace(source: ManifestSource): Place {
  return source.patch ?? source.origin?.place ?? source.template;
}

/** Returns `Kind/namespace/name`, or `Kind/name` for an object without a namespace. */
export function objectName(id: ObjectId): string {
  return [id.kind, id.namespace, id.name].filter((part) => part !== "").join("/");
}

/** Returns `group/Kind`, or `Kind` for the core group, as rules name kinds. */
export function kindName({ group, kind }: Pick<ObjectId, "group" | "kind">): string {
  return group === "" ? kind : `${group}/${kind}`;
}

const orderedBy = ["group", "kind", "namespace", "name", "version"] as const;

/** Orders objects by group, kind, namespace and name, by UTF-16 code units. */
export function compareObjects(left: ObjectId, right: ObjectId): number {
  for (const key of orderedBy) {
    if (left[key] !== right[key]) return left[key] < right[key] ? -1 : 1;
  }
  return 0;
}
