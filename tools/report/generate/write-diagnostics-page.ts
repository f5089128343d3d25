import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { diagnosticsPage } from "../diagnostics-page.ts";

// `npm run docs:diagnostics` writes docs/reference/diagnostics.md; with `--check` it only says whether the page is fresh.
const path = join(import.meta.dirname, "../../../docs/reference/diagnostics.md");
const wanted = diagnosticsPage();
const fresh = existsSync(path) && readFileSync(path, "utf8") === wanted;

if (!process.argv.includes("--check")) {
  if (!fresh) writeFileSync(path, wanted);
} else if (!fresh) {
  process.stderr.write(
    "docs/reference/diagnostics.md is not what tools/report/words says.\nRun: npm run docs:diagnostics\n",
  );
  process.exitCode = 1;
}
