import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { generatedSchemas } from "./generated-schemas.ts";
import type { GeneratedFolder } from "./generated-folder.ts";
import { staleFiles, writeGeneratedFiles } from "./written-files.ts";

// `npm run generate` writes all generated files; `--check` only lists the outdated ones.
const repository = fileURLToPath(new URL("../../../", import.meta.url));
const onlyCheck = process.argv.includes("--check");

await handle(generatedSchemas());
// Imported late, because these modules read the schemas.
const { generatedPages } = await import("./generated-pages.ts");
await handle(await generatedPages());

async function handle(folders: readonly GeneratedFolder[]): Promise<void> {
  for (const { folder, files, whole } of folders) {
    const path = join(repository, folder);
    const stale = await staleFiles(path, files, { whole });
    for (const name of stale) {
      console.log(`${folder}/${name}: ${onlyCheck ? "stale; run npm run generate" : "written"}`);
    }
    if (!onlyCheck) await writeGeneratedFiles(path, files, { whole });
    else if (stale.length > 0) process.exitCode = 1;
  }
}
