import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Names of the files of `folder` that are not as `wanted` says: other content, missing, or too many. */
export async function staleFiles(
  folder: string,
  wanted: ReadonlyMap<string, Buffer>,
): Promise<string[]> {
  const present: string[] = await readdir(folder).catch(() => []);
  const superfluous = present.filter((name) => !wanted.has(name));
  const changed = await Promise.all(
    [...wanted].map(async ([name, content]) => {
      const current = present.includes(name) ? await readFile(join(folder, name)) : undefined;
      return current?.equals(content) ? [] : [name];
    }),
  );
  return [...superfluous, ...changed.flat()].sort();
}

/** Makes `folder` hold exactly the wanted files. */
export async function writeFiles(
  folder: string,
  wanted: ReadonlyMap<string, Buffer>,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of await staleFiles(folder, wanted)) {
    const content = wanted.get(name);
    if (content) await writeFile(join(folder, name), content);
    else await rm(join(folder, name), { recursive: true });
  }
}
