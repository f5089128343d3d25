import { existsSync, watch } from "node:fs";
import { join } from "node:path";
import { writeGeneratedFiles } from "../generate/written-files.ts";
import { buildBundle } from "./bundle/build-bundle.ts";
import { checkRule } from "./proofs/check-rule.ts";
import { policiesFolder } from "./opa.ts";

// Tests a rule whenever one of its files is saved, and then rebuilds the bundle for alto validate.
const rulesFolder = join(policiesFolder, "rules");
const waiting = new Set<string>();
let busy = false;

watch(rulesFolder, { recursive: true }, (_, file) => {
  const [family, rule] = (file ?? "").split(/[/\\]/);
  if (family === undefined || rule === undefined) return;
  waiting.add(`${family}/${rule}`);
  // Editors save in several steps.
  setTimeout(() => void next(), 50);
});
console.log(
  "Watching policies/rules. Save a rule, test or example to check it. Press Ctrl-C to stop.",
);

async function next(): Promise<void> {
  const [folder] = waiting;
  if (busy || folder === undefined) return;
  busy = true;
  waiting.delete(folder);
  if (existsSync(join(rulesFolder, folder, "rule.rego"))) await evaluate(folder);
  busy = false;
  await next();
}

async function evaluate(folder: string): Promise<void> {
  const since = performance.now();
  const problems = await checkRule(folder);
  const seconds = ((performance.now() - since) / 1000).toFixed(1);
  for (const problem of problems) console.log(`  ${problem.trimEnd()}`);
  console.log(`${folder}: ${problems.length === 0 ? "passed" : "failed"} (${seconds} s)`);
  if (problems.length > 0) return;
  try {
    await writeGeneratedFiles(join(policiesFolder, "bundle"), await buildBundle(), { whole: true });
  } catch (error) {
    console.log(`  policies/bundle was not built: ${String(error)}`);
  }
}
