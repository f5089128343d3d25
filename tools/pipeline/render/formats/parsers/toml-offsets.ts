import type { Key, Path } from "../../../model/origins/origin.ts";
import { lineStarts } from "../../../model/origins/line-places.ts";

/**
 * Finds the offsets of values in a valid TOML text, whose parser reports none: the line of the key, or of the nearest
 * key above; 0 if unknown.
 */
export function tomlOffsets(text: string): (path: Path) => number {
  const offsets = new Map<string, number>();
  const tables = new Map<string, number>();
  let table: Key[] = [];
  let open: string | undefined;
  for (const start of lineStarts(text)) {
    const line = text.slice(start).split("\n", 1)[0] ?? "";
    const within = open !== undefined;
    open = openQuotes(line, open);
    if (within) continue;
    const header = /^\s*(\[\[?)([^\]]+)\]/.exec(line);
    if (header) {
      table = tableOf(keysIn(header[2] ?? ""), { isList: header[1] === "[[", tables });
      offsets.set(JSON.stringify(table), start + line.indexOf("["));
      continue;
    }
    const entry = /^\s*((?:"[^"]*"|'[^']*'|[A-Za-z0-9_.-]|\s)+?)\s*=\s*/.exec(line);
    if (entry) {
      const path = [...table, ...keysIn(entry[1] ?? "")];
      offsets.set(JSON.stringify(path), start + entry[0].length);
    }
  }
  return (path) => {
    for (let length = path.length; length > 0; length -= 1) {
      const found = offsets.get(JSON.stringify(path.slice(0, length)));
      if (found !== undefined) return found;
    }
    return 0;
  };
}

/** Returns the path of a table; a list of tables on the way resolves to its last element. */
function tableOf(
  keys: readonly string[],
  { isList, tables }: { isList: boolean; tables: Map<string, number> },
): Key[] {
  const path: Key[] = [];
  for (const [depth, key] of keys.entries()) {
    path.push(key);
    const name = JSON.stringify(path);
    if (isList && depth === keys.length - 1) tables.set(name, (tables.get(name) ?? -1) + 1);
    const index = tables.get(name);
    if (index !== undefined) path.push(index);
  }
  return path;
}

function keysIn(text: string): string[] {
  return [...text.matchAll(/"([^"]*)"|'([^']*)'|([A-Za-z0-9_-]+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? "",
  );
}

/** Returns the quotes of a multi-line string that is still open after a line. */
function openQuotes(line: string, before: string | undefined): string | undefined {
  let open = before;
  for (const [quotes] of line.matchAll(/"""|'''/g)) {
    if (open === undefined) open = quotes;
    else if (open === quotes) open = undefined;
  }
  return open;
}
