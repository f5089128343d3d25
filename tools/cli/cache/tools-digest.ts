import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readOptionalFile } from "../files/read-optional-file.ts";

const repository = fileURLToPath(new URL("../../../", import.meta.url));

/**
 * Returns the digest of everything besides the input that decides the result: the sources of the pipeline, the
 * installed packages and the version of Node. Other tools use other records.
 */
export function toolsDigest(): string {
  const hash = createHash("sha256").update(`Node ${process.versions.node} ${process.arch}\n`);
  // Runs use the definitions that editors read.
  const sources = ["docs/reference/schemas", "tools/pipeline"];
  const packages = ["package-lock.json", "node_modules/.package-lock.json"];
  for (const path of [...packages, ...sources.flatMap(sourcesBelow)]) {
    const content = readOptionalFile(join(repository, path));
    hash.update(`${path} ${content?.length ?? "is not there"}\n`).update(content ?? "");
  }
  return hash.digest("hex");
}

function sourcesBelow(folder: string): readonly string[] {
  const names = readdirSync(join(repository, folder), { recursive: true, encoding: "utf8" });
  return names
    .filter((name) => /\.(ts|json)$/.test(name) && !name.endsWith(".test.ts"))
    .filter((name) => !name.includes("node_modules"))
    .sort()
    .map((name) => join(folder, name));
}
