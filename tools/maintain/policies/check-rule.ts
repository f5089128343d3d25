import type { RuleMetadata } from "../../pipeline/policy/bundle/rule-metadata.ts";
import { evaluator } from "../../pipeline/policy/bundle/evaluator.ts";
import { buildBundle } from "./build-bundle.ts";
import { judgeExample, type Judged } from "./judge-example.ts";
import { exampleFiles, regoFiles } from "./policy-files.ts";
import { readExample, type Example } from "./read-example.ts";
import { testRules } from "./test-rules.ts";

/** Compiles one rule alone (`security/host_path`) and runs its tests and examples; gives what is wrong, each as a line. */
export async function checkRule(folder: string): Promise<string[]> {
  try {
    return [...(await failedTests(folder)), ...(await wrongExamples(folder))];
  } catch (error) {
    // What opa says of a rule that does not compile is all there is to say.
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
  if (tests.length === 0) return [`rules/${folder} has no test`];
  return tests.filter(({ fail }) => fail === true).map(({ name }) => `${name} fails`);
}

async function wrongExamples(folder: string): Promise<string[]> {
  const files = await buildBundle(folder);
  const rules = JSON.parse(String(files.get("rules.json"))) as RuleMetadata[];
  const evaluate = evaluator(files.get("policy.wasm") ?? Buffer.of(), rules);
  const examples = (await exampleFiles()).filter((file) => file.startsWith(`rules/${folder}/`));
  const verdicts = examples.map(async (file) => {
    const example = await readExample(file);
    const judged = judgeExample(example, { rules, digest: "", evaluate });
    return wrongWith(example, judged);
  });
  const wrong = (await Promise.all(verdicts)).flat();
  const missing = ["pass", "fail"].filter(
    (kind) => !examples.some((file) => file.includes(`/examples/${kind}.`)),
  );
  return [
    ...missing.map((kind) => `rules/${folder} has no example examples/${kind}.*.yaml`),
    ...wrong,
  ];
}

function wrongWith({ file, marked }: Example, judged: readonly Judged[]): string[] {
  const lines = [...new Set(judged.map(({ line }) => line))].sort((left, right) => left - right);
  const found = lines.join(", ") || "none";
  const expected = marked.join(", ") || "none";
  if (found !== expected)
    return [`policies/${file}: findings in line ${found}, marked ${expected}`];
  const mustFail = file.includes("/examples/fail.");
  if (mustFail === marked.length > 0) return [];
  return [`policies/${file}: ${mustFail ? "marks no line with # finding" : "is meant to pass"}`];
}
