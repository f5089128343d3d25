import { fileURLToPath } from "node:url";
import { folderOnDisk } from "../../pipeline/load/folder-on-disk.ts";
import { manifestChecksPage } from "./manifest-checks-page.ts";
import { publishedFiles } from "../../pipeline/manifests/testing/published-apis.ts";
import { loadBundle } from "../../pipeline/policy/bundle/load-bundle.ts";
import { changeMarkdown, changePage, commentBudget } from "@altostrata/report/change";
import { diagnosticsPage } from "./diagnostics-page.ts";
import { coveragePage } from "../policies/pages/coverage-page.ts";
import { readCoverage } from "../policies/pages/coverage.ts";
import { rulesPage } from "../policies/pages/rules-page.ts";
import { codeOwnersOf } from "./code-owners.ts";
import { exampleChange } from "./example-change.ts";
import { part, type GeneratedFolder } from "./generated-folder.ts";

const repository = fileURLToPath(new URL("../../../", import.meta.url));
const bundle = `${repository}policies/bundle`;

/** The reference pages that need only Node, and CODEOWNERS. Schemas and verdicts need API servers. */
export async function generatedPages(): Promise<readonly GeneratedFolder[]> {
  const example = await exampleChange();
  const { rules } = await loadBundle(folderOnDisk(bundle));
  return [
    part("docs/reference", {
      "diagnostics.md": diagnosticsPage(),
      "rule-matrix.md": coveragePage(rules, await readCoverage()),
      "rules.md": rulesPage(rules),
      "manifest-checks.md": manifestChecksPage(publishedFiles().addons),
    }),
    part("docs/examples/pull-request", {
      "comment.md": changeMarkdown(example, commentBudget),
      "report.html": changePage(example),
    }),
    part(".", { CODEOWNERS: await codeOwnersOf(repository) }),
  ];
}
