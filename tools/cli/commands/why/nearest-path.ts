import { dottedPath, elementName, valueAt } from "@altostrata/pipeline";

/** The longest existing prefix of a dotted path, and the keys below it. */
export function nearestPath(
  object: unknown,
  text: string,
): { path: string; keys: readonly string[] } {
  const segments = text.split(".");
  for (let length = segments.length - 1; length > 0; length -= 1) {
    const path = segments.slice(0, length).join(".");
    const found = dottedPath(object, path);
    if (found) return { path, keys: keysOf(valueAt(object, found)) };
  }
  return { path: "", keys: keysOf(object) };
}

function keysOf(value: unknown): string[] {
  if (Array.isArray(value))
    return value.map((element, index) => textOf(elementName(element)) ?? String(index));
  return typeof value === "object" && value !== null ? Object.keys(value) : [];
}

function textOf(name: unknown): string | undefined {
  return typeof name === "string" || typeof name === "number" ? String(name) : undefined;
}
