import { execFileSync } from "node:child_process";
import { createFixture, type FsFixture } from "fs-fixture";
import { describe, expect, it } from "vitest";
import { estateWithRules } from "../testing/estate-with-rules.ts";
import { runAlto, runShell, type Outcome } from "../testing/run-alto.ts";

const description = "artefacts/kubernetes/1.36.json";
const rules = "policies/bundle/rules.json";

async function validate(breakIt: (estate: FsFixture) => unknown): Promise<Outcome> {
  await using estate = await createFixture(estateWithRules());
  await breakIt(estate);
  return await runAlto(estate.path, ["validate"]);
}

const makePipe = (path: string) => async (estate: FsFixture) => {
  await estate.rm(path);
  execFileSync("mkfifo", [estate.getPath(path)]);
};

describe("alto validate", () => {
  it.each([
    ["{}", `${description}:1:1  json-syntax`],
    ["[]", `${description}:1:1  json-syntax`],
    ["null", `${description}:1:1  json-syntax`],
    ["", `${description}:1:1  json-syntax`],
    ['{\n"a": ', `${description}:2:4  json-syntax`],
    ['{"definitions":{},"kinds":[{}],"removed":[]}', `${description}:1:1  json-syntax`],
    ['{"definitions":{"a":null},"kinds":[],"removed":[]}', `${description}:1:1  json-syntax`],
  ])("reports a Kubernetes description with the content %j", async (text, place) => {
    const { exitCode, output, errors } = await validate((estate) =>
      estate.writeFile(description, text),
    );
    expect(output).toContain(place);
    expect(output).not.toContain("manifest-schema-missing");
    expect(errors).toBe("");
    expect(exitCode).toBe(1);
  });

  it("reports an invalid description of an add-on", async () => {
    const file = "artefacts/addons/keda/2.21.0.json";
    const { exitCode, output } = await validate(async (estate) => {
      await estate.mkdir("artefacts/addons/keda");
      await estate.writeFile(file, '{"addon":"keda","kinds":[{"versions":null}]}');
    });
    expect(output).toContain(`${file}:1:1  json-syntax`);
    expect(exitCode).toBe(1);
  });

  it.each([
    ["a pipe", makePipe("policies/settings/default.yaml"), "it is not a regular file"],
    [
      "a folder",
      async (estate: FsFixture) => {
        await estate.rm("policies/settings/default.yaml");
        await estate.mkdir("policies/settings/default.yaml");
      },
      "it is not a regular file",
    ],
    [
      "a bomb of aliases",
      (estate: FsFixture) =>
        estate.writeFile(
          "policies/settings/default.yaml",
          [
            "a0: &a0 [x]",
            ...Array.from(
              { length: 9 },
              (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i},`.repeat(9)}]`,
            ),
          ].join("\n"),
        ),
      "alias",
    ],
    [
      "nested without end",
      (estate: FsFixture) =>
        estate.writeFile("policies/settings/default.yaml", "[".repeat(100_000)),
      "",
    ],
  ])("reports settings that are %s", async (_, breakIt, reason) => {
    const { exitCode, output, errors } = await validate(breakIt);
    expect(output).toMatch(/policies\/settings\/default\.yaml:\d+:\d+ {2}policy-settings-invalid/);
    expect(output).toContain(reason);
    expect(errors).toBe("");
    expect(exitCode).toBe(1);
  });

  it.each([
    ["no settings", (estate: FsFixture) => estate.rm("policies/settings"), "policies/settings"],
    ["a bundle with a pipe", makePipe(rules), rules],
    ["a bundle without rules", (estate: FsFixture) => estate.rm(rules), rules],
    [
      "a rule that is a pipe",
      async (estate: FsFixture) => {
        await estate.mkdir("policies/rules/security/some");
        await estate.writeFile("policies/capabilities.json", "{}");
        execFileSync("mkfifo", [estate.getPath("policies/rules/security/some/rule.rego")]);
      },
      "not a regular file",
    ],
    [
      "digests that are no JSON",
      async (estate: FsFixture) => {
        await estate.mkdir("policies/rules");
        await estate.writeFile("policies/bundle/digests.json", "[1");
      },
      "policies/bundle/digests.json",
    ],
  ])("exits with 2 and a remedy for %s", async (_, breakIt, named) => {
    const { exitCode, errors } = await validate(breakIt);
    expect(errors).toContain("Cannot use the rules: ");
    expect(errors).toContain(named);
    expect(errors).toContain("restore");
    expect(exitCode).toBe(2);
  });

  it("works with few open files", async () => {
    const folder = new URL("../../../", import.meta.url).pathname;
    const { exitCode, errors } = await runShell(
      folder,
      "ulimit -n 40; alto validate --target onprem-madrid",
    );
    expect(errors).toBe("");
    expect(exitCode).toBe(0);
  });
});

it("reports a deleted current folder", async () => {
  await using folder = await createFixture({ gone: {} });
  const line = "cd gone; rmdir ../gone; alto validate; echo $?; alto --help > ../help; echo $?";
  const { output, errors } = await runShell(folder.path, line);
  expect(errors).toBe(
    "The current folder no longer exists.\nGo to another folder (cd), and run alto again.\n",
  );
  expect(output).toBe("2\n0\n");
});

it.each([
  [["validate", "--estate", ""], "The folder name is empty."],
  [["render", "--out", ""], "The folder name is empty."],
  [["check", "", "--target", "x"], "There is no file"],
  [["validate", "--environment", ""], 'There is no environment "".'],
])("refuses the empty name in %j", async ([...args], message) => {
  await using estate = await createFixture(estateWithRules());
  const { exitCode, errors } = await runAlto(estate.path, args);
  expect(errors).toContain(message);
  expect(exitCode).toBe(2);
});
