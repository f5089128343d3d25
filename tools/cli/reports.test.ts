import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createFixture } from "fs-fixture";
import { describe, expect, it } from "vitest";
import { runAlto } from "./testing/run-alto.ts";
import { sampleEstate } from "./testing/sample-estate.ts";

const repository = join(import.meta.dirname, "../..");

/** The sample estate in a folder of a repository, with the real rules and one fault. */
async function faultyEstate() {
  const inFolder = Object.entries(sampleEstate).map(([name, text]) => [`estate/${name}`, text]);
  return await createFixture({
    ".git/HEAD": "ref: refs/heads/main\n",
    ...(Object.fromEntries(inFolder) as Record<string, string>),
    "estate/environments/dev/environment.yaml": `${sampleEstate["environments/dev/environment.yaml"]}teir: x\n`,
    "estate/policies": (api) => api.symlink(join(repository, "policies")),
  });
}

describe("reports of alto validate", () => {
  it("have several formats in one run, with places relative to the repository", async () => {
    await using folder = await faultyEstate();
    const { exitCode, output } = await runAlto(folder.getPath("estate"), [
      "validate",
      "--output=sarif=../out/alto.sarif",
      "--output=junit=../out/alto.xml",
      "--output=github=-",
    ]);
    expect(exitCode).toBe(1);
    expect(output).toContain("::error file=estate/environments/dev/environment.yaml,line=6,col=1");
    expect(output).not.toContain("ENVIRONMENT");
    expect(readdirSync(folder.getPath("out"))).toEqual(["alto.sarif", "alto.xml"]);
    const sarif = JSON.parse(readFileSync(folder.getPath("out/alto.sarif"), "utf8")) as {
      version: string;
    };
    expect(sarif.version).toBe("2.1.0");
    expect(readFileSync(folder.getPath("out/alto.xml"), "utf8")).toContain("schema-unknown-key");
  });

  it("replace an earlier report, and text still goes to standard output", async () => {
    await using folder = await faultyEstate();
    await folder.writeFile("estate/report.md", "old");
    const { output } = await runAlto(folder.getPath("estate"), [
      "validate",
      "--output",
      "markdown=report.md",
    ]);
    expect(output).toContain("schema-unknown-key");
    expect(readFileSync(folder.getPath("estate/report.md"), "utf8")).toMatch(/^\*\*Refused: /);
  });

  it("omit waivers in an audit", async () => {
    await using folder = await faultyEstate();
    const environment = "environments/dev/environment.yaml";
    await folder.writeFile(`estate/${environment}`, sampleEstate[environment] ?? "");
    await folder.writeFile(
      "estate/environments/dev/waivers.yaml",
      `apiVersion: altostrata.dev/v1alpha1
kind: Waivers
waivers:
  - { rule: SEC-001, owner: '@a/b', reason: none at all, ticket: X-1, created: '2020-01-01', expires: '2020-02-01' }
`,
    );
    const reports = ["validate", "validate --no-waivers"].map((command) =>
      runAlto(folder.getPath("estate"), command.split(" ")),
    );
    const [usual, audit] = await Promise.all(reports);
    expect(usual?.output).toContain("waiver-expired");
    expect(audit?.output).not.toContain("waiver-");
    expect(audit?.output).toContain("kubernetes-version-unknown");
  });

  it.for([
    ["validate --output sarif", "such as sarif=alto.sarif"],
    ["validate --output pdf=a.pdf", "Formats: text, json, sarif, junit, github, markdown."],
    ["validate --output sarif=a --output junit=a", "Only one report can go to a"],
    ["validate --output sarif=- --format json", "Only one report can go to standard output."],
    ["diff --output json=- --format html", "Only one report can go to standard output."],
    ["validate --output sarif=environments/dev", "Cannot write environments/dev"],
  ] as const)("%s cannot be written", async ([command, message]) => {
    await using folder = await faultyEstate();
    const outcome = await runAlto(folder.getPath("estate"), command.split(" "));
    expect(outcome.errors).toContain(message);
    expect(outcome.exitCode).toBe(2);
    const files = readdirSync(folder.getPath("estate/environments"));
    expect(files).toEqual(["dev"]);
  });
});
