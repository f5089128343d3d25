import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

interface Written {
  /** Whether the folder contains nothing else. */
  readonly whole: boolean;
}

/** Names of the outdated files in `folder`: different, missing, or unexpected when all files are generated. */
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

/** Writes the files, and removes others when all files of the folder are generated. */
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
