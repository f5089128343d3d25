import { symlinkSync } from "node:fs";
import { readReport, ReportError } from "@altostrata/bots";
import { createFixture } from "fs-fixture";
import { describe, expect, it } from "vitest";
import { sampleComparison } from "../../tools/report/change/sample-comparison.ts";

const good = sampleComparison();

describe("readReport", () => {
  it("reads what alto diff wrote", async () => {
    await using folder = await createFixture({ "report.json": JSON.stringify(good) });
    expect(readReport(folder.path)).toEqual(good);
  });

  it.each([
    ["no report", {}, "no report.json"],
    ["half a report", { "report.json": JSON.stringify(good).slice(0, 100) }, "not JSON"],
    ["another shape", { "report.json": "[]" }, "no report"],
    [
      "a key too many",
      { "report.json": JSON.stringify({ ...good, number: 1 }) },
      "additional properties",
    ],
    [
      "another version",
      { "report.json": JSON.stringify({ ...good, schemaVersion: 2 }) },
      "schemaVersion",
    ],
    [
      "a place that is none",
      {
        "report.json": JSON.stringify({
          ...good,
          diagnostics: [{ code: "a", text: "b", at: { file: "a", line: 0, column: 1 } }],
        }),
      },
      "line",
    ],
    [
      "more than anybody reads",
      { "report.json": `"${"x".repeat(21 * 1024 * 1024)}"` },
      "bytes, more than",
    ],
  ])("refuses %s", async (_, files, message) => {
    await using folder = await createFixture(files);
    expect(() => readReport(folder.path)).toThrow(ReportError);
    expect(() => readReport(folder.path)).toThrow(message);
  });

  it("does not follow a link out of the artifact", async () => {
    await using folder = await createFixture({
      "elsewhere.json": JSON.stringify(good),
      "artifact/x": "",
    });
    symlinkSync("../elsewhere.json", folder.getPath("artifact/report.json"));
    expect(() => readReport(folder.getPath("artifact"))).toThrow("no plain file");
  });
});
