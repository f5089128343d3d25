import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { createFixture } from "fs-fixture";
import { describe, expect, it } from "vitest";
import { onEstateDay } from "@altostrata/maintain/estate/estate-day.ts";
import { guideSteps, type GuideStep } from "./guide-steps.ts";

// Runs the commands of a guide in order in a copy of the estate. `sh` blocks run (`exit=1` sets an exit code other than
// 0), `diff` blocks are applied, the lines of a `text` block must appear in the previous output, and a `yaml` block
// with a file name must quote that file.

const repository = join(import.meta.dirname, "../..");
const copied = ["artefacts", "clouds", "environments", "policies", "package.json"];

describe("the README", () => {
  it("shows what `npm run validate` prints", { timeout: 120_000 }, () => {
    const { output } = shell("npm run --silent validate", repository);
    const lastLines = output.trimEnd().split("\n").slice(-2).join("\n");
    expect(readFileSync(join(repository, "README.md"), "utf8")).toContain(lastLines);
  });
});

describe("the guides", () => {
  it.each([
    "README.md",
    "docs/guides/first-change.md",
    "docs/guides/patterns.md",
    "docs/guides/pull-requests.md",
    "docs/guides/waivers.md",
  ])("%s", { timeout: 120_000 }, async (page) => {
    await using folder = await createFixture({ ".gitignore": "node_modules\ntools\nout\n" });
    const steps = guideSteps(readFileSync(join(repository, page), "utf8"));
    expect(steps.filter(({ language }) => language === "sh")).not.toEqual([]);
    copyEstate(folder.path);
    let printed = "";
    for (const step of steps) printed = follow(step, { folder: folder.path, printed });
  });
});

function copyEstate(folder: string): void {
  for (const part of copied)
    cpSync(join(repository, part), join(folder, part), { recursive: true });
  for (const part of ["node_modules", "tools"])
    symlinkSync(join(repository, part), join(folder, part));
  const commit = "commit --quiet --message The-estate";
  const author = "-c user.name=Test -c user.email=test@example.com";
  const started = shell(
    `git init --quiet --initial-branch main && git add --all && git ${author} ${commit}`,
    folder,
  );
  expect(started).toMatchObject({ status: 0 });
}

/** Executes one block and returns the output of the last command. */
function follow(step: GuideStep, state: { folder: string; printed: string }): string {
  const { folder, printed } = state;
  if (step.language === "sh") {
    const { status, output } = shell(step.text, folder);
    expect({ step: step.text, status, output }).toMatchObject({ status: step.exitCode });
    return output;
  }
  if (step.language === "diff") {
    const applied = shell("git apply --recount -", folder, step.text);
    expect({ step: step.text, ...applied }).toMatchObject({ status: 0 });
  }
  if (step.language === "text")
    for (const line of step.text.split("\n")) expect(printed).toContain(line.trim());
  const [, file] = /^# (\S+\.yaml)\n/.exec(step.text) ?? [];
  if (step.language === "yaml" && file !== undefined) {
    const quoted = readFileSync(join(folder, file), "utf8");
    for (const line of step.text.split("\n").slice(1)) expect(quoted).toContain(line);
  }
  return printed;
}

function shell(
  command: string,
  folder: string,
  input = "",
): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync("sh", ["-c", command], {
    cwd: folder,
    input,
    env: onEstateDay(),
    encoding: "utf8",
  });
  return { status, output: stdout + stderr };
}
