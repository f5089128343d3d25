import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

interface Written {
  /** Whether the folder holds nothing else. */
  readonly whole: boolean;
}

/** Names of the files of `folder` that are not as `wanted` says: other content, missing, or too many where it is whole. */
export async function staleFiles(
  folder: string,
  wanted: ReadonlyMap<string, Buffer>,
  { whole }: Written,
): Promise<string[]> {
  const present: string[] = await readdir(folder).catch(() => []);
  const superfluous = whole ? present.filter((name) => !wanted.has(name)) : [];
  const changed = await Promise.all(
    [...wanted].map(async ([name, content]) => {
      const current = present.includes(name) ? await readFile(join(folder, name)) : undefined;
      return current?.equals(content) ? [] : [name];
    }),
  );
  return [...superfluous, ...changed.flat()].sort();
}

/** Makes `folder` hold the wanted files, and only these where it is whole. */
export async function writeGeneratedFiles(
  folder: string,
  wanted: ReadonlyMap<string, Buffer>,
  written: Written,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of await staleFiles(folder, wanted, written)) {
    const content = wanted.get(name);
    if (content) await writeFile(join(folder, name), content);
    else await rm(join(folder, name), { recursive: true });
  }
}
