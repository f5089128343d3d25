import { regoFiles } from "./policy-files.ts";
import { checkRule } from "./check-rule.ts";
import { lintRules } from "./lint-rules.ts";
import { compareEngines } from "./parity.ts";
import { runOpa } from "./opa.ts";

// The rules' own tests: format, regal's rules, unit tests that reach every line, and equal answers of opa and of the compiled rules.
const { all } = await regoFiles();
const failures: string[] = [];
let passed = 0;

const unformatted = runOpa(["fmt", "--list", ...all]).trim();
record(unformatted === "", `not formatted as "opa fmt" does: ${unformatted}`);

const lint = await lintRules();
record(lint.length === 0, lint.join("\n"));

const tests = JSON.parse(runOpa(["test", "--format", "json", ...all])) as {
  name: string;
  fail?: boolean;
}[];
for (const test of tests) record(test.fail !== true, `${test.name} fails`);

const { files } = JSON.parse(runOpa(["test", "--coverage", "--format", "json", ...all])) as {
  files: Record<string, { not_covered?: { start: { row: number } }[] }>;
};
for (const [file, { not_covered: missed = [] }] of Object.entries(files)) {
  record(
    missed.length === 0,
    `no test reaches policies/${file} line ${missed.map(({ start }) => start.row).join(", ")}`,
  );
}

const { unequal, compared } = await compareEngines();
for (const file of unequal) record(false, `opa and the compiled rules differ on policies/${file}`);
passed += compared - unequal.length;

// The way of "npm run policies:watch": a rule compiled alone judges its examples as it does among all others.
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
