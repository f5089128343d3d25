import { valueAt } from "@altostrata/pipeline";
import type { ManifestObject } from "@altostrata/maintain/servers/apply-manifest.ts";

/** A manifest with one changed value. */
export interface Mutant {
  /** `Kind: path operator`, with `[]` for a list element: `Service: spec.ports.[].port negative`. */
  readonly title: string;
  readonly object: ManifestObject;
}

type Path = readonly (string | number)[];

// These fields stay: without them a manifest has no address, so it cannot be sent to a server.
const address = new Set(["apiVersion", "kind", "metadata", "metadata.name", "metadata.namespace"]);

/**
 * One mutant per value and operator; the operators depend on the type of the value. Skips the paths in `seen` and adds
 * the paths of this object, so that each path of a kind is tested once.
 */
export function mutateObject(object: ManifestObject, seen: Set<string>): Mutant[] {
  return pathsOf(object).flatMap((path) => {
    const general = path.map((key) => (typeof key === "number" ? "[]" : key)).join(".");
    const title = `${String(object["kind"])}: ${general}`;
    if (seen.has(title) || address.has(general)) return [];
    seen.add(title);
    const removed = { title: `${title} removed`, object: withoutValue(object, path) };
    const changed = Object.entries(replacements(valueAt(object, path))).map(
      ([operator, replacement]): Mutant => ({
        title: `${title} ${operator}`,
        object: withValue(object, path, replacement),
      }),
    );
    return [removed, ...changed];
  });
}

function pathsOf(value: unknown, path: Path = []): Path[] {
  const own = path.length === 0 ? [] : [path];
  if (typeof value !== "object" || value === null) return own;
  const children = Array.isArray(value)
    ? value.flatMap((element: unknown, index) => pathsOf(element, [...path, index]))
    : Object.entries(value).flatMap(([key, child]) => pathsOf(child, [...path, key]));
  return [...own, ...children];
}

/** The replacement values, by operator. */
function replacements(value: unknown): Readonly<Record<string, unknown>> {
  const common = { null: null };
  if (typeof value === "string") return { ...common, ...textReplacements };
  if (typeof value === "number") return { ...common, ...numberReplacements };
  if (typeof value === "boolean") return { ...common, flipped: !value, text: String(value) };
  if (Array.isArray(value)) {
    const elements: readonly unknown[] = value;
    const twice = elements.length === 0 ? {} : { "first twice": [...elements, elements[0]] };
    return { ...common, "empty list": [], text: "x", ...twice };
  }
  if (typeof value === "object" && value !== null)
    return { ...common, empty: {}, list: [], "unknown field": { ...value, unknownField: 1 } };
  return {};
}

const textReplacements = {
  empty: "",
  "other letters": "Bad_Value!",
  number: 7,
  long: "x".repeat(70),
  path: "a.b/c",
  negative: "-5",
};
const numberReplacements = {
  negative: -1,
  zero: 0,
  one: 1,
  large: 70_000,
  fraction: 1.5,
  text: "x",
};

function withValue(object: ManifestObject, path: Path, replacement: unknown): ManifestObject {
  const copy = structuredClone(object);
  const parent = valueAt(copy, path.slice(0, -1)) as Record<string | number, unknown>;
  parent[path.at(-1) ?? ""] = replacement;
  return copy;
}

function withoutValue(object: ManifestObject, path: Path): ManifestObject {
  const copy = structuredClone(object);
  const parent = valueAt(copy, path.slice(0, -1));
  const key = path.at(-1) ?? "";
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else delete (parent as Record<string, unknown>)[key];
  return copy;
}
