import type { ManifestLayer } from "../../model/estate/estate-files.ts";
import {
  objectName,
  type Manifest,
  type ManifestSource,
  type ObjectId,
} from "../../model/kubernetes/manifest.ts";
import type { Path } from "../../model/origins/origin.ts";
import { traceSource, type Traceable } from "../tree/trace-source.ts";

/** An object that `set` entries and patches may still change. */
export interface Draft {
  readonly id: ObjectId;
  readonly layer: ManifestLayer;
  readonly component?: string | undefined;
  readonly traceable: Traceable;
  /** Part of it could not be evaluated; a diagnostic exists. */
  incomplete: boolean;
  /** Excluded from checks: a `set` entry matched no path, so this is not the object that would be deployed. */
  withheld?: boolean;
  object: Readonly<Record<string, unknown>>;
  /** Changes, oldest first. */
  readonly changes: Change[];
}

/** A change after rendering: its path in the object, and the origin of the value. */
export interface Change {
  readonly path: Path;
  /** The value was removed. */
  readonly removed: boolean;
  readonly sourceAt: (rest: Path, below: ManifestSource) => ManifestSource;
}

/** Returns the identity of an object; undefined if it has none. */
export function identify(object: unknown): ObjectId | undefined {
  if (typeof object !== "object" || object === null || Array.isArray(object)) return undefined;
  const { apiVersion, kind, metadata } = object as Readonly<Record<string, unknown>>;
  if (!isName(apiVersion) || !isName(kind) || typeof metadata !== "object" || metadata === null)
    return undefined;
  const { name, namespace } = metadata as Readonly<Record<string, unknown>>;
  if (!isName(name)) return undefined;
  const slash = apiVersion.indexOf("/");
  return {
    group: slash < 0 ? "" : apiVersion.slice(0, slash),
    version: apiVersion.slice(slash + 1),
    kind,
    namespace: isName(namespace) ? namespace : "",
    name,
  };
}

function isName(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

/** Returns `Kind/name`, as patches name objects. */
export function shortName({ kind, name }: ObjectId): string {
  return objectName({ group: "", version: "", kind, namespace: "", name });
}

/** Returns the manifest of a draft after all its changes. */
export function finishDraft(draft: Draft, system: string): Manifest {
  const { object, layer, component, traceable, incomplete } = draft;
  return {
    id: identify(object) ?? draft.id,
    object,
    layer,
    system,
    ...(component !== undefined && { component }),
    ...(incomplete && { incomplete }),
    at: traceable.placeOf(traceable.document.offset),
    sourceAt: (path) => sourceIn(draft, path),
  };
}

/** Returns the origin of the value at a path of a draft after the given number of changes. */
function sourceIn(draft: Draft, path: Path, changes = draft.changes.length): ManifestSource {
  const change = draft.changes[changes - 1];
  if (!change) return traceSource(draft.traceable, path);
  const earlier = beforeChange(path, change);
  const below = sourceIn(draft, earlier, changes - 1);
  return earlier === path && startsWith(path, change.path)
    ? change.sourceAt(path.slice(change.path.length), below)
    : below;
}

/** Returns the path before a change: removing an element moves the later ones up. */
function beforeChange(path: Path, { path: changed, removed }: Change): Path {
  const depth = changed.length - 1;
  const [index, removedIndex] = [path[depth], changed[depth]];
  if (!removed || typeof index !== "number" || typeof removedIndex !== "number") return path;
  return index >= removedIndex && startsWith(path, changed.slice(0, -1))
    ? path.with(depth, index + 1)
    : path;
}

function startsWith(path: Path, start: Path): boolean {
  return (
    start.length <= path.length && start.every((key, index) => String(key) === String(path[index]))
  );
}
