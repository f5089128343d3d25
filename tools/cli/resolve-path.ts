/**
 * The path that a dotted text means inside an object: list elements by their `name` (or `key`, `path`, `host`) or position,
 * and keys that hold dots themselves (`data.deployment.toml`) as they are. Undefined when nothing stands there.
 */
export function resolvePath(object: unknown, text: string): (string | number)[] | undefined {
  return resolve(object, text === "" ? [] : text.split("."));
}

function resolve(value: unknown, segments: readonly string[]): (string | number)[] | undefined {
  if (segments.length === 0) return [];
  if (typeof value !== "object" || value === null) return undefined;
  // The shortest key first: only when it leads nowhere is a dot part of the key.
  for (let length = 1; length <= segments.length; length += 1) {
    const key = keyOf(value, segments.slice(0, length).join("."));
    if (key === undefined) continue;
    const rest = resolve((value as Record<string | number, unknown>)[key], segments.slice(length));
    if (rest) return [key, ...rest];
  }
  return undefined;
}

function keyOf(value: object, text: string): string | number | undefined {
  if (!Array.isArray(value)) return Object.hasOwn(value, text) ? text : undefined;
  if (/^[0-9]+$/.test(text) && Number(text) < value.length) return Number(text);
  const index = value.findIndex((element: unknown) => nameOf(element) === text);
  return index < 0 ? undefined : index;
}

function nameOf(element: unknown): unknown {
  if (typeof element !== "object" || element === null) return element;
  const { name, key, path, host } = element as Record<string, unknown>;
  return name ?? key ?? path ?? host;
}

/** The longest beginning of a dotted text that exists in the object, and the keys that could follow it. */
export function nearestPath(
  object: unknown,
  text: string,
): { path: string; keys: readonly string[] } {
  const segments = text.split(".");
  for (let length = segments.length - 1; length >= 0; length -= 1) {
    const path = segments.slice(0, length).join(".");
    const found = resolvePath(object, path);
    if (found)
      return {
        path,
        keys: keysOf(
          found.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], object),
        ),
      };
  }
  return { path: "", keys: keysOf(object) };
}

function keysOf(value: unknown): string[] {
  if (Array.isArray(value))
    return value.map((element, index) => textOf(nameOf(element)) ?? String(index));
  return typeof value === "object" && value !== null ? Object.keys(value) : [];
}

function textOf(name: unknown): string | undefined {
  return typeof name === "string" || typeof name === "number" ? String(name) : undefined;
}
