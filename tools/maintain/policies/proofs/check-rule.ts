import type { RuleMetadata } from "../../../pipeline/policy/bundle/rule-metadata.ts";
import { evaluator } from "../../../pipeline/policy/bundle/evaluator.ts";
import { buildBundle } from "../bundle/build-bundle.ts";
import { regoFiles } from "../policy-files.ts";
import { checkExamples } from "../examples/check-examples.ts";
import { readExamples } from "../examples/read-examples.ts";
import { testRules } from "./test-rules.ts";

/** Compiles one rule alone (`security/host_path`) and runs its tests and examples. Returns one line per problem. */
export async function checkRule(folder: string): Promise<string[]> {
  try {
    return [...(await failedTests(folder)), ...(await wrongExamples(folder))];
  } catch (error) {
    // For a rule that does not compile, opa's output is the only problem.
    return [error instanceof Error ? error.message : String(error)];
  }
}

async function failedTests(folder: string): Promise<string[]> {
  const { all } = await regoFiles();
  const mine = all.filter(
    (path) =>
      path.startsWith(`rules/${folder}/`) ||
      (path.startsWith("lib/") && !path.endsWith("_test.rego")),
  );
  const tests = testRules(mine);
  return tests.filter(({ fail }) => fail === true).map(({ name }) => `${name} fails`);
}

async function wrongExamples(folder: string): Promise<string[]> {
  const files = await buildBundle(folder);
  const rules = JSON.parse(String(files.get("rules.json"))) as RuleMetadata[];
  const evaluate = evaluator(files.get("policy.wasm") ?? Buffer.of(), rules);
  const [rule] = rules;
  if (!rule) return [`rules/${folder} has no rule`];
  return checkExamples(rule, await readExamples(folder), { rules, digest: "", evaluate });
}
