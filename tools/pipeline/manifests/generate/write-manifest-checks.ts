import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { publishedFiles } from "../testing/published-apis.ts";
import { manifestChecksPage } from "./manifest-checks-page.ts";

// Writes docs/reference/manifest-checks.md; with `--check` it only says whether the page is fresh.
const path = join(import.meta.dirname, "../../../../docs/reference/manifest-checks.md");
const wanted = manifestChecksPage(publishedFiles().addons);
const fresh = existsSync(path) && readFileSync(path, "utf8") === wanted;

if (!process.argv.includes("--check")) {
  if (!fresh) writeFileSync(path, wanted);
} else if (!fresh) {
  process.stderr.write(
    "docs/reference/manifest-checks.md is not what the code checks.\nRun: node tools/pipeline/manifests/generate/write-manifest-checks.ts\n",
  );
  process.exitCode = 1;
}
