import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { folderOnDisk } from "../../../pipeline/load/folder-on-disk.ts";
import { loadBundle } from "../../../pipeline/policy/bundle/load-bundle.ts";
import { exampleInput } from "../examples/evaluate-example.ts";
import { policiesFolder, runOpa } from "../opa.ts";
import { regoFiles } from "../policy-files.ts";
import { readExamples } from "../examples/read-examples.ts";

/** Lines (`rules/security/host_path/rule.rego:12`) that neither a unit test nor an example of the same rule covers. */
export async function uncoveredLines(): Promise<string[]> {
  const { all } = await regoFiles();
  const tested = JSON.parse(runOpa(["test", "--coverage", "--format", "json", ...all])) as Coverage;
  const reached = linesOf(await coverageOfExamples(), "covered");
  return [...linesOf(tested, "not_covered")].filter((place) => !reached.has(place));
}

interface Coverage {
  readonly files: Readonly<Record<string, CoveredFile>>;
}

type CoveredFile = Partial<Record<"covered" | "not_covered", readonly Range[]>>;

interface Range {
  readonly start: { readonly row: number };
  readonly end: { readonly row: number };
}

function linesOf({ files }: Coverage, kind: keyof CoveredFile): Set<string> {
  const places = Object.entries(files).flatMap(([file, covered]) =>
    (covered[kind] ?? []).flatMap(({ start, end }) =>
      Array.from({ length: end.row - start.row + 1 }, (_, index) => `${file}:${start.row + index}`),
    ),
  );
  return new Set(places);
}

/** Each rule sees only its own examples: examples of other rules prove nothing about it. */
async function coverageOfExamples(): Promise<Coverage> {
  const bundle = await loadBundle(folderOnDisk(join(policiesFolder, "bundle")));
  const examples = (await readExamples()).map((example) => {
    const [family, rule] = example.folder.split("/");
    return { family, rule, input: exampleInput(example, bundle).input };
  });
  const folder = await mkdtemp(join(tmpdir(), "policy-coverage-"));
  try {
    const data = join(folder, "examples.json");
    await writeFile(data, JSON.stringify({ examples }));
    const sources = [...(await regoFiles()).compiled, data].flatMap((path) => ["--data", path]);
    const output = runOpa(["eval", "--coverage", "--format", "json", ...sources, query]);
    return (JSON.parse(output) as { coverage: Coverage }).coverage;
  } finally {
    await rm(folder, { recursive: true });
  }
}

// opa does not see the input in `with input as example.input`, so a variable holds it.
const query = `[[findings, considered] |
  some example in data.examples
  given := example.input
  findings := data.altostrata.rules[example.family][example.rule].findings with input as given
  considered := data.altostrata.rules[example.family][example.rule].considered with input as given]`;
