import { existsSync } from "node:fs";
import { createFixture } from "fs-fixture";
import { describe, expect, it } from "vitest";
import { runShell } from "../testing/run-alto.ts";
import { sampleEstate } from "../testing/sample-estate.ts";

async function run(line: string) {
  await using estate = await createFixture({ ...sampleEstate });
  return await runShell(estate.path, line);
}

describe.runIf(existsSync("/dev/full"))("output that cannot be written", () => {
  it.each([
    "alto list systems > /dev/full",
    "alto explain yaml-syntax > /dev/full",
    "alto --help > /dev/full",
    "alto explain yaml-syntax > /dev/full 2> /dev/full",
  ])("%s exits with 2 and without a stack", async (line) => {
    const { exitCode, errors } = await run(line);
    expect(exitCode).toBe(2);
    if (!line.includes("2>"))
      expect(errors).toMatch(/^Cannot write to standard output: ENOSPC.*\n$/);
  });

  it.each([
    ["full", "alto list systems --estate /nope 2> /dev/full"],
    ["full for commander", "alto lst 2> /dev/full"],
    ["left by its reader", "alto list systems --estate /nope 2> >(exec 0<&-; sleep 1); exit $?"],
    ["closed", "alto list systems --estate /nope 2>&-"],
  ])("exits with 2 when standard error is %s", async (_, line) => {
    expect((await run(line)).exitCode).toBe(2);
  });

  it("exits with 2 and writes nothing when one report file cannot be written", async () => {
    await using estate = await createFixture({ ...sampleEstate });
    const { exitCode, errors } = await runShell(
      estate.path,
      "alto diff --output json=report.json --output html=/dev/full",
    );
    expect(exitCode).toBe(2);
    expect(errors).not.toContain("    at ");
    expect(await estate.exists("report.json")).toBe(false);
  });

  it.each([
    ["systems", 0],
    ["nothing", 2],
  ])("keeps the exit code of list %s when the reader leaves early", async (what, expected) => {
    const { output } = await run(
      `alto list ${what} 2>&1 | head -c 1 > /dev/null; echo \${PIPESTATUS[0]}`,
    );
    expect(output).toBe(`${expected}\n`);
  });
});
