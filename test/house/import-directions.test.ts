import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createFixture } from "fs-fixture";
import { describe, expect, it } from "vitest";

const repository = fileURLToPath(new URL("../../", import.meta.url));
const rules = readFileSync(`${repository}oxlint.config.ts`, "utf8");

/** The linter's messages for files with these contents at these paths, under the rules of the repository. */
async function lint(files: Readonly<Record<string, string>>): Promise<string> {
  await using folder = await createFixture({ "oxlint.config.ts": rules, ...files });
  const { stdout } = spawnSync(`${repository}node_modules/.bin/oxlint`, ["--deny-warnings", "."], {
    cwd: folder.path,
    encoding: "utf8",
  });
  return stdout;
}

describe("import directions", () => {
  it.each([
    ["a step that knows another", "tools/pipeline/load/a.ts", 'import "../render/b.ts";'],
    [
      "a step that imports another step from a subfolder",
      "tools/pipeline/resolve/checks/a.ts",
      'import "../../policy/b.ts";',
    ],
    ["a step that imports the run", "tools/pipeline/render/a.ts", 'import "../run/b.ts";'],
    ["a model that imports the run", "tools/pipeline/model/a.ts", 'import "../run/b.ts";'],
    [
      "redaction that imports a step",
      "tools/pipeline/secrets/text/a.ts",
      'import "../../diff/b.ts";',
    ],
    ["a model that knows a step", "tools/pipeline/model/kinds/a.ts", 'import "../../load/b.ts";'],
    ["a pipeline that knows the report", "tools/pipeline/run.ts", 'import "@altostrata/report";'],
    ["a report that knows the command line", "tools/report/a.ts", 'import "@altostrata/cli";'],
    ["topology that knows the report", "tools/topology/a.ts", 'import "@altostrata/report";'],
    ["a step that reads files", "tools/pipeline/render/a.ts", 'import "node:fs";'],
    [
      "a step that opens sockets",
      "tools/pipeline/policy/a.ts",
      'import { connect } from "node:net";',
    ],
    ["a second place that starts git", "tools/git/a.ts", 'import "simple-git";'],
    ["a report that starts programs", "tools/report/a.ts", 'import "node:child_process";'],
    ["a step that asks the clock", "tools/pipeline/policy/a.ts", "export const now = Date.now();"],
    ["a step that throws dice", "tools/pipeline/policy/a.ts", "export const die = Math.random();"],
    [
      "a step that reads the environment",
      "tools/pipeline/policy/a.ts",
      "export const home = process.env;",
    ],
    [
      "a report that opens connections",
      "tools/report/a.ts",
      'export const page = fetch("https://example.com");',
    ],
  ])("refuses %s", async (_, path, text) => {
    expect(await lint({ [path]: `${text}\n` })).toContain("restricted");
  });

  it.each([
    ["tools/pipeline/load/a.ts", 'import "node:fs";\nimport "../model/b.ts";'],
    ["tools/pipeline/manifests/rules/a.ts", 'import "../schema/b.ts";'],
    ["tools/pipeline/manifests/core/a.ts", 'import { isIP } from "node:net";'],
    ["tools/git/run-git.ts", 'import "simple-git";'],
    ["tools/pipeline/diff/values/a.ts", 'import "../../secrets/b.ts";'],
    ["tools/pipeline/run.ts", 'import "./load/a.ts";\nimport "./policy/b.ts";'],
    ["tools/pipeline/run/a.ts", 'import "../load/a.ts";\nimport "../policy/b.ts";'],
    ["tools/report/a.ts", 'import "@altostrata/pipeline";\nimport "@altostrata/topology";'],
    [
      "tools/cli/a.ts",
      'import "node:fs";\nimport "@altostrata/report";\nexport const now = Date.now();',
    ],
  ])("allows the imports of %s", async (path, text) => {
    expect(await lint({ [path]: `${text}\n` })).not.toContain("restricted");
  });

  it("refuses import cycles, even of types only", async () => {
    const files = {
      "tools/report/a.ts": 'import type { B } from "./b.ts";\nexport type A = B;\n',
      "tools/report/b.ts": 'import type { A } from "./a.ts";\nexport type B = A | string;\n',
    };
    expect(await lint(files)).toContain("no-cycle");
  });
});
