import type { EstateReader } from "@altostrata/pipeline";

/** A reader that replaces or adds some texts, to check an edit before it is written. */
export function overlayReader(
  reader: EstateReader,
  texts: ReadonlyMap<string, string>,
): EstateReader {
  const bytes = new Map([...texts].map(([path, text]) => [path, new TextEncoder().encode(text)]));
  return {
    list: async () => {
      const others = (await reader.list()).filter(({ path }) => !bytes.has(path));
      return [...others, ...[...bytes].map(([path, { length }]) => ({ path, size: length }))];
    },
    read: (path) => {
      const replaced = bytes.get(path);
      return replaced ? Promise.resolve(replaced) : reader.read(path);
    },
  };
}
