import { expect, it } from "vitest";
import { changedCode } from "./changed-code.ts";

it.each([
  "tools/bots/bin/publish.ts",
  "test/house/vocabulary.test.ts",
  "test/package.json",
  "package.json",
  "environments/production/package.json",
  "artefacts/applications/package-lock.json",
  "environments/.npmrc",
  "docs/.github/workflows/x.yml",
  ".github/owners.yaml",
  ".ci/run",
  "CODEOWNERS",
  "docs/CODEOWNERS",
  "environments/production/late.test.ts",
  "docs/guides/helper.mjs",
  "policies/.gitattributes",
  "environments/node_modules/x/index.yaml",
  "oxlint.config.ts",
  "unknown",
  "Environments/a.yaml",
  "environments/.changeset/config.json",
  "environments/.changeset/changelog",
  "environments/Makefile",
  "environments/x.wasm",
  "environments/.vscode/tasks.json",
  "docs/conftest.py",
  "docs/reference/schemas/system.json",
  "tools/pipeline/secrets/testing/places.txt",
  "test/fixtures/README.md",
])("counts %s as code", (file) => {
  expect(changedCode([file])).toEqual([file]);
});

it.each([
  "environments/production/apim/master.yaml",
  "environments/.changeset/a.md",
  "artefacts/applications/x/deployment.yaml.hbs",
  "clouds/gcp/prices.csv",
  "policies/rules/sec.rego",
  "policies/bundle/policy.wasm",
  "docs/examples/pull-request/report.html",
  "README.md",
])("counts %s as data or text", (file) => {
  expect(changedCode([file])).toEqual([]);
});

it("sorts the files", () => {
  expect(changedCode(["tools/b.ts", "a.md", "test/a.ts"])).toEqual(["test/a.ts", "tools/b.ts"]);
});
