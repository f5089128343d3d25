import type { ManifestLayer } from "../../model/estate/estate-files.ts";
import {
  objectName,
  type Manifest,
  type ManifestSource,
  type ObjectId,
} from "../../model/kubernetes/manifest.ts";
import type { Path } from "../../model/origins/origin.ts";
import { traceSource, type Traceable } from "../tree/trace-source.ts";

/** An object that may still be changed by what an application or the desired state sets in it. */
export interface Draft {
  readonly id: ObjectId;
  readonly layer: ManifestLayer;
  readonly component?: string | undefined;
  readonly traceable: Traceable;
  /** Something of it could not be evaluated; a diagnostic says what. */
  incomplete: boolean;
  /** It is not what will be deployed, as what is to be set in it reaches nothing: nobody should judge it. */
  withheld?: boolean;
  object: Readonly<Record<string, unknown>>;
  /** What was set, oldest first. */
  readonly changes: Change[];
}

/** Something set after rendering: where in the object, and where the value below it comes from. */
export interface Change {
  readonly path: Path;
  /** Nothing stands there any more. */
  readonly removed: boolean;
  readonly sourceAt: (rest: Path, below: ManifestSource) => ManifestSource;
}

/** The identity that an object states, or undefined when it states none. */
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

/** `Kind/name`, by which patches name an object. */
export function shortName({ kind, name }: ObjectId): string {
  return objectName({ group: "", version: "", kind, namespace: "", name });
}

/** The manifest of a draft whose changes are all made. */
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

/** Where the value at a path of a draft comes from, after so many of its changes. */
function sourceIn(draft: Draft, path: Path, changes = draft.changes.length): ManifestSource {
  const change = draft.changes[changes - 1];
  if (!change) return traceSource(draft.traceable, path);
  const earlier = beforeChange(path, change);
  const below = sourceIn(draft, earlier, changes - 1);
  return earlier === path && startsWith(path, change.path)
    ? change.sourceAt(path.slice(change.path.length), below)
    : below;
}

/** What the path was called before a change: an element that was taken away makes the later ones move up. */
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
