import type { Key } from "../origins/origin.ts";

/**
 * Resolves a dotted path inside an object to keys. List elements are selected by `name` (or `key`, `path`, `host`) or
 * position. Keys with dots work as they are (`data.deployment.toml`) or in brackets
 * (`annotations["example.com/team"]`). Undefined if nothing is there.
 */
export function dottedPath(object: unknown, text: string): Key[] | undefined {
  return read(object, text, () => undefined);
}

/** Like `dottedPath`, for a value to set: the last key may be new. */
export function dottedPathToSet(object: unknown, text: string): Key[] | undefined {
  return text === "" ? undefined : read(object, text, newKey);
}

/** Returns the name of a list element in a path: its name, or the element itself if it is a scalar. */
export function elementName(element: unknown): unknown {
  if (typeof element !== "object" || element === null) return element;
  const { name, key, path, host } = element as Record<string, unknown>;
  return name ?? key ?? path ?? host;
}

interface Segment {
  readonly text: string;
  readonly quoted: boolean;
}

/** An unresolved rest of a path in the last value it reached; `parent` is the key of that value. */
type Beyond = (value: object, segments: readonly Segment[], parent: string) => Key[] | undefined;

function read(object: unknown, text: string, beyond: Beyond): Key[] | undefined {
  if (text === "") return [];
  const segments = segmentsOf(text);
  return segments && follow({ value: object, parent: "" }, segments, beyond);
}

function segmentsOf(text: string): Segment[] | undefined {
  const segments: Segment[] = [];
  const source = text.startsWith("[") ? text : `.${text}`;
  const pattern = /\.?\["([^"]+)"\]|\.?\[([^\]"]+)\]|\.([^.[\]]*)/y;
  while (pattern.lastIndex < source.length) {
    const match = pattern.exec(source);
    if (!match) return undefined;
    const quoted = match[1] ?? match[2];
    segments.push({ text: quoted ?? match[3] ?? "", quoted: quoted !== undefined });
  }
  return segments;
}

function follow(
  { value, parent }: { value: unknown; parent: string },
  segments: readonly Segment[],
  beyond: Beyond,
): Key[] | undefined {
  if (segments.length === 0) return [];
  if (typeof value !== "object" || value === null) return undefined;
  // Tries the shortest key first; a dot is part of the key only if that fails.
  for (let length = 1; length <= segments.length; length += 1) {
    const taken = segments.slice(0, length);
    if (length > 1 && taken.some(({ quoted }) => quoted)) break;
    const text = joined(taken);
    const key = existingKey(value, text);
    if (key === undefined) continue;
    const below = { value: (value as Record<Key, unknown>)[key], parent: text };
    const rest = follow(below, segments.slice(length), beyond);
    if (rest) return [key, ...rest];
  }
  return beyond(value, segments, parent);
}

function joined(segments: readonly Segment[]): string {
  return segments.map(({ text }) => text).join(".");
}

function existingKey(value: object, text: string): Key | undefined {
  if (!Array.isArray(value)) return Object.hasOwn(value, text) ? text : undefined;
  const named = value.findIndex((element: unknown) => elementName(element) === text);
  if (named >= 0) return named;
  return /^[0-9]+$/.test(text) && Number(text) < value.length ? Number(text) : undefined;
}

/** Maps of strings, below which a dot can only be part of a key. */
const flatMaps = ["annotations", "labels", "data", "matchLabels", "nodeSelector"];

function newKey(value: object, segments: readonly Segment[], parent: string): Key[] | undefined {
  const text = joined(segments);
  if (Array.isArray(value) || text === "") return undefined;
  return segments.length === 1 || flatMaps.includes(parent) ? [text] : undefined;
}
