import type { Manifest, Provider } from "@altostrata/pipeline";

type Traces = NonNullable<Provider["lockIn"][number]["found"]>;
type Path = readonly (string | number)[];

/** Finds where a manifest shows a trace of a surface: the path of the first one, or undefined. */
export function traceMatcher({ groups = [], keys = [], fields = {} }: Traces) {
  const keyMatches = anyOf(keys);
  const fieldMatches = new Map(
    Object.entries(fields).map(([key, values]) => [key, anyOf(values)] as const),
  );
  const looksInside = keys.length > 0 || fieldMatches.size > 0;
  // The path is put together on the way back: nearly every walk ends without one.
  const find = (value: unknown): Path | undefined => {
    if (typeof value !== "object" || value === null) return undefined;
    const isList = Array.isArray(value);
    for (const key of Object.keys(value)) {
      const inner = (value as Readonly<Record<string, unknown>>)[key];
      const step = isList ? Number(key) : key;
      if (!isList && keyMatches(key)) return [step];
      if (typeof inner === "string") {
        if (fieldMatches.get(key)?.(inner)) return [step];
      } else {
        const found = find(inner);
        if (found) return [step, ...found];
      }
    }
    return undefined;
  };
  return ({ id, object }: Manifest): Path | undefined => {
    if (groups.some((group) => id.group === group || id.group.endsWith(`.${group}`)))
      return ["kind"];
    return looksInside ? find(object) : undefined;
  };
}

/** Whether a text is one of the patterns: those that end in `/` or `-` are prefixes. */
function anyOf(patterns: readonly string[]): (text: string) => boolean {
  const exact = new Set(patterns);
  const prefixes = patterns.filter((pattern) => /[/-]$/.test(pattern));
  return (text) => exact.has(text) || prefixes.some((prefix) => text.startsWith(prefix));
}
