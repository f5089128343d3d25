import type { FolderReader } from "../../model/estate/folder-reader.ts";
import { digestOf } from "../../model/results/input-digests.ts";

/** Digests all files of a folder `policies` that loadPolicies reads. Rejects if a file cannot be read. */
export async function rulesDigest(folder: FolderReader): Promise<string> {
  const lists = await Promise.all(
    ["bundle", "settings"].map(async (part) =>
      (await folder.list(part)).map((name) => `${part}/${name}`),
    ),
  );
  const paths = lists.flat().sort();
  const contents = await Promise.all(paths.map((path) => folder.read(path)));
  return digestOf(...paths, ...contents);
}
