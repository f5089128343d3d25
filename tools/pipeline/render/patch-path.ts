import type { Key } from "../model/origin.ts";

/**
 * The keys that a dotted path means inside an object: list elements by their `name` or position, keys with dots as they are
 * (`data.deployment.toml`) or in brackets (`annotations["example.com/team"]`). Only the last key may be new; undefined when
 * the path leads elsewhere.
 */
export function patchPath(object: unknown, text: string): Key[] | undefined {
  const segments = segmentsOf(text);
  return segments && follow(object, segments, "");
}

interface Segment {
  readonly text: string;
  readonly quoted: boolean;
}

function segmentsOf(text: string): Segment[] | undefined {
  const segments: Segment[] = [];
  const pattern = /\.?\["([^"]+)"\]|\.?\[([^\]"]+)\]|\.?([^.[\]]+)/y;
  while (pattern.lastIndex < text.length) {
    const match = pattern.exec(text);
    if (!match) return undefined;
    const quoted = match[1] ?? match[2];
    segments.push({ text: quoted ?? match[3] ?? "", quoted: quoted !== undefined });
  }
  return segments.length > 0 ? segments : undefined;
}

function follow(value: unknown, segments: readonly Segment[], parent: string): Key[] | undefined {
  if (segments.length === 0) return [];
  if (typeof value !== "object" || value === null) return undefined;
  // The shortest key first: only when it leads nowhere is a dot part of the key.
  for (let length = 1; length <= segments.length; length += 1) {
    const taken = segments.slice(0, length);
    if (length > 1 && taken.some(({ quoted }) => quoted)) break;
    const text = joined(taken);
    const key = existingKey(value, text);
    if (key === undefined) continue;
    const rest = follow((value as Record<Key, unknown>)[key], segments.slice(length), text);
    if (rest) return [key, ...rest];
  }
  return newKey(value, segments, parent);
}

function joined(segments: readonly Segment[]): string {
  return segments.map(({ text }) => text).join(".");
}

function existingKey(value: object, text: string): Key | undefined {
  if (!Array.isArray(value)) return Object.hasOwn(value, text) ? text : undefined;
  const named = value.findIndex((item: unknown) => nameOf(item) === text);
  if (named >= 0) return named;
  return /^[0-9]+$/.test(text) && Number(text) < value.length ? Number(text) : undefined;
}

function nameOf(item: unknown): unknown {
  return typeof item === "object" && item !== null
    ? (item as Record<string, unknown>)["name"]
    : item;
}

/** Maps of texts, below which a dot can only be part of a key. */
const flatMaps = ["annotations", "labels", "data", "matchLabels", "nodeSelector"];

function newKey(value: object, segments: readonly Segment[], parent: string): Key[] | undefined {
  if (Array.isArray(value)) return undefined;
  if (segments.length === 1 || flatMaps.includes(parent)) return [joined(segments)];
  return undefined;
}
