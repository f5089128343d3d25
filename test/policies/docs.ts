import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { folderOnDisk } from "../../tools/pipeline/load/folder-on-disk.ts";
import { loadBundle } from "../../tools/pipeline/policy/load-bundle.ts";
import { policiesFolder } from "./opa.ts";
import { rulePages } from "./rule-pages.ts";
import { staleFiles, writeFiles } from "./written-files.ts";

// Writes docs/reference/rules; with --check only tells which pages are not what the rules give.
const folder = fileURLToPath(new URL("../../docs/reference/rules", import.meta.url));
const pages = await rulePages(
  (await loadBundle(folderOnDisk(join(policiesFolder, "bundle")))).rules,
);
if (process.argv.includes("--check")) {
  const stale = await staleFiles(folder, pages);
  for (const name of stale)
    console.error(`docs/reference/rules/${name} is stale; run "npm run policies:docs"`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  await writeFiles(folder, pages);
  console.log(`docs/reference/rules: ${pages.size} pages`);
}
