import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { folderOnDisk } from "../../../pipeline/load/folder-on-disk.ts";
import { loadBundle } from "../../../pipeline/policy/bundle/load-bundle.ts";
import type { RawFinding } from "../../../pipeline/policy/bundle/policy-bundle.ts";
import type { RuleMetadata } from "../../../pipeline/policy/bundle/rule-metadata.ts";
import { exampleInput } from "../examples/evaluate-example.ts";
import { writeMainModule } from "../bundle/main-module.ts";
import { policiesFolder, runOpa } from "../opa.ts";
import { regoFiles } from "../policy-files.ts";
import { readExamples } from "../examples/read-examples.ts";

interface Report {
  readonly findings: readonly RawFinding[];
  readonly considered: Readonly<Record<string, number>>;
}

/** The examples on which the compiled rules and opa's interpreter differ, and the number of compared examples. */
export async function compareEngines(): Promise<{ unequal: string[]; compared: number }> {
  const bundle = await loadBundle(folderOnDisk(join(policiesFolder, "bundle")));
  const inputs: Record<string, unknown> = {};
  const compiled: Record<string, Report> = {};
  for (const example of await readExamples()) {
    const { json, scope } = exampleInput(example, bundle);
    const place = `${example.file}:${example.line}`;
    inputs[place] = JSON.parse(json);
    compiled[place] = bundle.evaluate({ json, scope });
  }
  const interpreted = await interpret(inputs, bundle.rules);
  const unequal = Object.keys(inputs).filter(
    (place) => !isDeepStrictEqual(sorted(interpreted[place]), sorted(compiled[place])),
  );
  return { unequal, compared: Object.keys(inputs).length };
}

async function interpret(
  inputs: Readonly<Record<string, unknown>>,
  rules: readonly RuleMetadata[],
): Promise<Record<string, Report>> {
  const folder = await mkdtemp(join(tmpdir(), "policy-parity-"));
  try {
    const data = join(folder, "examples.json");
    await writeFile(data, JSON.stringify({ examples: inputs }));
    const query =
      "reports := {name: report | some name, input_ in data.examples; report := data.altostrata.main.report with input as input_}";
    const main = await writeMainModule(folder, rules);
    const sources = [main, ...(await regoFiles()).compiled].flatMap((path) => ["--data", path]);
    const output = JSON.parse(
      runOpa([
        "eval",
        "--strict-builtin-errors",
        "--format",
        "json",
        ...sources,
        "--data",
        data,
        query,
      ]),
    );
    return output.result[0].bindings.reports;
  } finally {
    await rm(folder, { recursive: true });
  }
}

function sorted(report: Report | undefined): unknown {
  const findings = (report?.findings ?? [])
    .map((finding) =>
      JSON.stringify([
        finding.rule,
        finding.path,
        finding.message,
        finding.missing,
        finding.detail,
      ]),
    )
    .sort();
  return { findings, considered: { ...report?.considered } };
}
