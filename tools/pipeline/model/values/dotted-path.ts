import type { Key } from "../origins/origin.ts";

/**
 * The keys that a dotted path means inside an object: list elements by their `name` (or `key`, `path`, `host`) or position,
 * keys that hold dots as they are (`data.deployment.toml`) or in brackets (`annotations["example.com/team"]`). Undefined when
 * nothing stands there.
 */
export function dottedPath(object: unknown, text: string): Key[] | undefined {
  return read(object, text, () => undefined);
}

/** The same for a value to be set, whose last key may be new. */
export function dottedPathToSet(object: unknown, text: string): Key[] | undefined {
  return text === "" ? undefined : read(object, text, newKey);
}

/** What a list element is called by in a path, when it has a name: the element itself when it is a plain value. */
export function elementName(element: unknown): unknown {
  if (typeof element !== "object" || element === null) return element;
  const { name, key, path, host } = element as Record<string, unknown>;
  return name ?? key ?? path ?? host;
}

interface Segment {
  readonly text: string;
  readonly quoted: boolean;
}

/** The rest of a path that leads nowhere, in the last value that it reached; `parent` is the key of that value. */
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
  // The shortest key first: only when it leads nowhere is a dot part of the key.
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

/** Maps of texts, below which a dot can only be part of a key. */
const flatMaps = ["annotations", "labels", "data", "matchLabels", "nodeSelector"];

function newKey(value: object, segments: readonly Segment[], parent: string): Key[] | undefined {
  const text = joined(segments);
  if (Array.isArray(value) || text === "") return undefined;
  return segments.length === 1 || flatMaps.includes(parent) ? [text] : undefined;
}
