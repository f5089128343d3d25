import type { Place } from "./place.ts";

/** The layers a resolved value can come from, weakest first. Facts are what clouds say; derived values are computed. */
export type Layer =
  | "fact"
  | "application"
  | "environment"
  | "system"
  | "master"
  | "worker"
  | "derived";

/** Where a value came from: its place, the place of its key, its layer, and what it replaced in weaker layers. */
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

// Beside the data, not in it: values stay plain objects that can be compared, serialised and handed to templates.
const originsOfContainer = new WeakMap<Container, Map<string, Origin>>();
const originOfContainer = new WeakMap<Container, Origin>();
const originOfOtherKeys = new WeakMap<Container, Origin>();

/** Remembers where the value under `key` of `container` came from. */
export function setOrigin(container: object, key: Key, origin: Origin): void {
  let origins = originsOfContainer.get(container);
  if (!origins) {
    origins = new Map();
    originsOfContainer.set(container, origins);
  }
  origins.set(String(key), origin);
}

/** Remembers where the values under all keys came from of which nobody tells more: one entry for what was derived as a whole. */
export function setOriginOfOtherKeys(container: object, origin: Origin): void {
  originOfOtherKeys.set(container, origin);
}

/** Whether anything is known of the keys of a container. */
export function hasOrigins(container: object): boolean {
  return originsOfContainer.has(container) || originOfOtherKeys.has(container);
}

/** Remembers where a whole object or list stands, for roots that no container holds. */
export function setRootOrigin(container: object, origin: Origin): void {
  originOfContainer.set(container, origin);
}

/** The origin of the value under `key` of `container`, or undefined when nobody told it. */
export function originOf(container: object, key: Key): Origin | undefined {
  const own = originsOfContainer.get(container)?.get(String(key));
  if (own) return own;
  const other = originOfOtherKeys.get(container);
  return other && Object.hasOwn(container, key) ? other : undefined;
}

/** The origin of a whole object or list, or undefined when nobody told it. */
export function rootOrigin(container: object): Origin | undefined {
  return originOfContainer.get(container);
}

/** Copies what is known of one key to a key of another container, optionally naming its layer. */
export function copyOrigin(
  from: { container: object; key: Key },
  to: { container: object; key: Key },
): void {
  const origin = originOf(from.container, from.key);
  if (origin) setOrigin(to.container, to.key, origin);
}

/** The origin at `path` below `root`; where the path ends early or is unknown, that of the nearest existing parent. */
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

/** The place at `path` below `root`, falling back to the nearest existing parent, else to `fallback`. */
export function placeAt(root: unknown, path: Path, fallback: Place): Place {
  return originAt(root, path)?.place ?? fallback;
}

/** The place of the last key of `path` (for "unknown key"), else that of its value, else of the nearest parent. */
export function keyPlaceAt(root: unknown, path: Path, fallback: Place): Place {
  const origin = originAt(root, path);
  return origin?.keyPlace ?? origin?.place ?? fallback;
}

function isContainer(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
