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
  const find = (value: unknown, path: Path): Path | undefined => {
    if (typeof value !== "object" || value === null) return undefined;
    for (const [key, inner] of Object.entries(value)) {
      const here = [...path, Array.isArray(value) ? Number(key) : key];
      if (!Array.isArray(value) && keyMatches(key)) return here;
      if (typeof inner === "string" && fieldMatches.get(key)?.(inner)) return here;
      const found = find(inner, here);
      if (found) return found;
    }
    return undefined;
  };
  return ({ id, object }: Manifest): Path | undefined => {
    if (groups.some((group) => id.group === group || id.group.endsWith(`.${group}`)))
      return ["kind"];
    return looksInside ? find(object, []) : undefined;
  };
}

/** Whether a text is one of the patterns: those that end in `/` or `-` are prefixes. */
function anyOf(patterns: readonly string[]): (text: string) => boolean {
  const exact = new Set(patterns);
  const prefixes = patterns.filter((pattern) => /[/-]$/.test(pattern));
  return (text) => exact.has(text) || prefixes.some((prefix) => text.startsWith(prefix));
}
