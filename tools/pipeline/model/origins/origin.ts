import type { Place } from "./place.ts";

/** The layers of resolved values, weakest first. Facts are declared in clouds; derived values are computed. */
export type Layer =
  | "fact"
  | "application"
  | "environment"
  | "system"
  | "master"
  | "worker"
  | "derived";

/** The source of a value: its place, its key's place, its layer, and the weaker values it replaced. */
export interface Origin {
  readonly place: Place;
  readonly keyPlace?: Place;
  readonly layer?: Layer;
  readonly overrides?: readonly OverriddenValue[];
}

/** A value that a stronger layer replaced, kept so that `alto why` can print the chain. */
export interface OverriddenValue {
  readonly value: unknown;
  readonly origin: Origin;
}

type Container = object;
export type Key = string | number;
export type Path = readonly Key[];

// Kept beside the data, so that values stay plain objects that can be compared, serialised and passed to templates.
const originsOfContainer = new WeakMap<Container, Map<string, Origin>>();
const originOfContainer = new WeakMap<Container, Origin>();
const originOfOtherKeys = new WeakMap<Container, Origin>();

/** Records the origin of the value under `key` of `container`. */
export function setOrigin(container: object, key: Key, origin: Origin): void {
  let origins = originsOfContainer.get(container);
  if (!origins) {
    origins = new Map();
    originsOfContainer.set(container, origins);
  }
  origins.set(String(key), origin);
}

/** Sets the fallback origin for keys without one of their own. */
export function setOriginOfOtherKeys(container: object, origin: Origin): void {
  originOfOtherKeys.set(container, origin);
}

/** Returns whether a container has any recorded origin. */
export function hasOrigins(container: object): boolean {
  return originsOfContainer.has(container) || originOfOtherKeys.has(container);
}

/** Records the origin of a root object or list, which no container holds. */
export function setRootOrigin(container: object, origin: Origin): void {
  originOfContainer.set(container, origin);
}

/** Returns the origin of the value under `key` of `container`; undefined if none is recorded. */
export function originOf(container: object, key: Key): Origin | undefined {
  const own = originsOfContainer.get(container)?.get(String(key));
  if (own) return own;
  const other = originOfOtherKeys.get(container);
  return other && Object.hasOwn(container, key) ? other : undefined;
}

/** Returns the origin of a whole object or list; undefined if none is recorded. */
export function rootOrigin(container: object): Origin | undefined {
  return originOfContainer.get(container);
}

/** Copies the origin of one key to a key of another container, optionally with another layer. */
export function copyOrigin(
  from: { container: object; key: Key },
  to: { container: object; key: Key },
): void {
  const origin = originOf(from.container, from.key);
  if (origin) setOrigin(to.container, to.key, origin);
}

/** Returns the origin at `path` below `root`, or that of its nearest existing parent. */
export function originAt(root: unknown, path: Path): Origin | undefined {
  let found = isContainer(root) ? rootOrigin(root) : undefined;
  let current = root;
  for (const key of path) {
    if (!isContainer(current)) break;
    found = originOf(current, key) ?? found;
    current = (current as Record<string, unknown>)[String(key)];
    if (current === undefined) break;
    if (isContainer(current)) found = originOfContainer.get(current) ?? found;
  }
  return found;
}

/** Returns the place at `path` below `root`, or that of its nearest existing parent, else `fallback`. */
export function placeAt(root: unknown, path: Path, fallback: Place): Place {
  return originAt(root, path)?.place ?? fallback;
}

/** Returns the place of the last key of `path` (for "unknown key"), else of its value, else of the nearest parent. */
export function keyPlaceAt(root: unknown, path: Path, fallback: Place): Place {
  const origin = originAt(root, path);
  return origin?.keyPlace ?? origin?.place ?? fallback;
}

function isContainer(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
