import { join } from "node:path";
import { folderOnDisk } from "../../pipeline/load/folder-on-disk.ts";
import { loadBundle } from "../../pipeline/policy/bundle/load-bundle.ts";
import { growsFaster, scalableInput, workCounter } from "./proofs/count-work.ts";
import { scalableEstate } from "./proofs/scalable-estate.ts";
import { testRules } from "./proofs/test-rules.ts";
import { regoFiles } from "./policy-files.ts";
import { checkRule } from "./proofs/check-rule.ts";
import { lintRules } from "./proofs/lint-rules.ts";
import { compareEngines } from "./proofs/compare-engines.ts";
import { uncoveredLines } from "./proofs/line-coverage.ts";
import { policiesFolder, runOpa } from "./opa.ts";

// Tests the rules: format, regal, unit tests and examples, which must cover every line, equal results of opa and the
// compiled rules, and work that grows at most linearly.
const { all } = await regoFiles();
const failures: string[] = [];
let passed = 0;

const unformatted = runOpa(["fmt", "--list", ...all]).trim();
record(unformatted === "", `not formatted with opa fmt: ${unformatted}`);

const lint = await lintRules();
record(lint.length === 0, lint.join("\n"));

for (const test of testRules(all)) record(test.fail !== true, `${test.name} fails`);

// opa reports no coverage when a test fails.
if (failures.length === 0)
  for (const place of await uncoveredLines())
    record(false, `no example and no test covers policies/${place}`);

const { unequal, compared } = await compareEngines();
for (const file of unequal) record(false, `opa and the compiled rules differ on policies/${file}`);
passed += compared - unequal.length;

// No rule may compare all objects with all: four times the objects may cost about four times the work.
const bundle = await loadBundle(folderOnDisk(join(policiesFolder, "bundle")));
// Whole copies, because a part of the examples would be another mix of objects.
for (const { scope, inputOf, sizes } of [
  { scope: "target", inputOf: await scalableInput(bundle), sizes: [1, 4, 16] },
  { scope: "environment", inputOf: await scalableEstate(bundle, "environment"), sizes: [1, 4, 16] },
  { scope: "estate", inputOf: await scalableEstate(bundle, "estate"), sizes: [1, 4, 16] },
] as const) {
  const countWork = await workCounter(bundle.rules, scope);
  const counted = sizes.map((size) => countWork(inputOf(size)));
  for (const [index, larger] of counted.slice(1).entries()) {
    const grown = growsFaster(counted[index]!, larger, 4);
    const names = grown.map(([rule, growth]) => `${rule} by ${growth.toFixed(1)}`).join(", ");
    record(grown.length === 0, `four times the objects increase the work too much: ${names}`);
  }
}

// As in npm run policies:watch: a rule compiled alone gives the same findings as with all others.
for (const folder of ["security/host_path", "topology/dns_ttl"]) {
  const problems = await checkRule(folder);
  record(problems.length === 0, problems.join("; "));
}

for (const failure of failures) console.error(failure);
console.log(`${passed} passed, ${failures.length} failed`);
process.exitCode = failures.length > 0 ? 1 : 0;

function record(holds: boolean, failure: string): void {
  if (holds) passed += 1;
  else failures.push(failure);
}
