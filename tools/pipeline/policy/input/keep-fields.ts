import { isRecord } from "../../model/values/json-record.ts";

/**
 * Returns only the parts of a value at some dotted paths. `*` is every item of a list, and the empty path is the whole
 * value. Items keep their positions, and missing keys stay absent.
 */
export function keepFields(value: unknown, paths: readonly string[]): unknown {
  return keep(
    value,
    paths.map((path) => (path === "" ? [] : path.split("."))),
  );
}

function keep(value: unknown, paths: readonly (readonly string[])[]): unknown {
  if (paths.some((path) => path.length === 0)) return value;
  const below = Map.groupBy(paths, ([key = ""]) => key);
  const rest = (key: string) => (below.get(key) ?? []).map((path) => path.slice(1));
  if (Array.isArray(value)) {
    const inItems = rest("*");
    return inItems.length === 0 ? [] : value.map((item: unknown) => keep(item, inItems));
  }
  // Rules must see a text in place of a map; another check reports it.
  if (!isRecord(value)) return value;
  const kept = [...below.keys()].flatMap((key): [string, unknown][] =>
    Object.hasOwn(value, key) ? [[key, keep(value[key], rest(key))]] : [],
  );
  return Object.fromEntries(kept);
}
