import { createHash } from "node:crypto";
import type { FolderReader } from "../../model/estate/folder-reader.ts";

/**
 * Returns the sha256 of every input of the bundle in a folder `policies`: the version of opa, its capabilities and the
 * compiled Rego.
 */
export async function sourceDigest(folder: FolderReader, opaVersion: string): Promise<string> {
  const hash = createHash("sha256").update(`opa ${opaVersion}\n`);
  const paths = ["capabilities.json", ...(await compiledSources(folder))];
  const contents = await Promise.all(paths.map((path) => folder.read(path)));
  for (const [index, path] of paths.entries()) {
    const content = contents[index] ?? new Uint8Array();
    hash.update(`${path} ${content.byteLength}\n`).update(content);
  }
  return hash.digest("hex");
}

/**
 * Lists the compiled Rego files of a folder `policies`, sorted: `lib` and the rules, without tests and test helpers.
 */
export async function compiledSources(folder: FolderReader): Promise<string[]> {
  const families = (await folder.list("rules")).map((family) => `rules/${family}`);
  const rules = await below(folder, families);
  const files = await below(folder, ["lib", ...rules]);
  return files
    .filter(
      (path) =>
        path.endsWith(".rego") && !path.endsWith("_test.rego") && path !== "lib/testing.rego",
    )
    .sort();
}

async function below(folder: FolderReader, parents: readonly string[]): Promise<string[]> {
  const lists = await Promise.all(
    // A stray file next to the folders has no entries.
    parents.map(async (parent) => {
      const names = await folder.list(parent).catch(() => []);
      return names.map((name) => `${parent}/${name}`);
    }),
  );
  return lists.flat();
}
