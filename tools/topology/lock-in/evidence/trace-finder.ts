import { contentOf, type Manifest, type ObjectContent, type Provider } from "@altostrata/pipeline";

type Traces = NonNullable<Provider["lockIn"][number]["found"]>;
type Path = readonly (string | number)[];

/** A trace in a manifest: its surface (by list position) and the first path. */
interface FoundTrace {
  readonly surface: number;
  readonly path: Path;
}

const finders = new Map<string, (manifest: Manifest) => readonly FoundTrace[]>();

/** Finds the surfaces that a manifest uses, in one walk. Caches results of equal parts. */
export function traceFinder(
  surfaces: readonly Traces[],
): (manifest: Manifest) => readonly FoundTrace[] {
  const name = JSON.stringify(surfaces);
  const finder = finders.get(name) ?? cachingFinder(surfaces);
  finders.set(name, finder);
  return finder;
}

function cachingFinder(surfaces: readonly Traces[]): (manifest: Manifest) => readonly FoundTrace[] {
  const cache = new WeakMap<ObjectContent, readonly FoundTrace[]>();
  const find = walkingFinder(surfaces);
  return (manifest) => {
    const content = contentOf(manifest.object);
    const found = (content && cache.get(content)) ?? find(manifest);
    if (content) cache.set(content, found);
    return found;
  };
}

function walkingFinder(surfaces: readonly Traces[]): (manifest: Manifest) => FoundTrace[] {
  const byKey = listMatcher(surfaces.map(({ keys = [] }) => keys));
  const fields = [...new Set(surfaces.flatMap(({ fields: named = {} }) => Object.keys(named)))];
  const byField = new Map(
    fields.map((field) => [field, listMatcher(surfaces.map((one) => one.fields?.[field] ?? []))]),
  );
  return ({ id, object }) => {
    const found = new Map<number, Path>();
    for (const [surface, { groups = [] }] of surfaces.entries()) {
      if (groups.some((group) => id.group === group || id.group.endsWith(`.${group}`)))
        found.set(surface, ["kind"]);
    }
    const path: (string | number)[] = [];
    const addFound = (surface: number): void => {
      if (!found.has(surface)) found.set(surface, [...path]);
    };
    const walk = (value: object): void => {
      const isList = Array.isArray(value);
      for (const key of Object.keys(value)) {
        const inner = (value as Readonly<Record<string, unknown>>)[key];
        path.push(isList ? Number(key) : key);
        if (!isList) byKey(key).forEach(addFound);
        if (typeof inner === "string") byField.get(key)?.(inner).forEach(addFound);
        else if (typeof inner === "object" && inner !== null) walk(inner);
        path.pop();
      }
    };
    walk(object);
    return [...found].map(([surface, at]) => ({ surface, path: at }));
  };
}

/**
 * Returns the pattern lists that match a text (patterns that end in `/` or `-` are prefixes). Cached, as few texts
 * repeat often.
 */
function listMatcher(lists: readonly (readonly string[])[]): (text: string) => readonly number[] {
  const cache = new Map<string, readonly number[]>();
  return (text) => {
    const cached = cache.get(text);
    if (cached) return cached;
    const matches = lists.flatMap((patterns, position) =>
      patterns.some((one) => text === one || (/[/-]$/.test(one) && text.startsWith(one)))
        ? [position]
        : [],
    );
    cache.set(text, matches);
    return matches;
  };
}
