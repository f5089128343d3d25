import { expect, it } from "vitest";
import { reportJson } from "./json.ts";
import { sampleRun } from "../sample-run.ts";
import { reportText } from "./text.ts";

it("prints a run as text", async () => {
  await expect(reportText(sampleRun)).toMatchFileSnapshot("../golden/sample-run.txt");
});

it("prints a run as JSON", async () => {
  await expect(reportJson(sampleRun)).toMatchFileSnapshot("../golden/sample-run.json.txt");
});

it("prints the verdict of a clean run below the table", () => {
  const text = reportText({ ...sampleRun, diagnostics: [], findings: [] }, { seconds: 0.42 });
  expect(text).toContain("Clean: 4 manifests on 2 targets in 0.4 s.");
});

it("counts informational findings, and shows them in full on request", () => {
  const findings = sampleRun.findings.map((finding) => ({ ...finding, action: "inform" as const }));
  const [first] = findings;
  const unwaived = findings.filter(({ waiver }) => !waiver);
  const result = { ...sampleRun, diagnostics: [], findings };
  const text = reportText(result);
  expect(text).toMatch(new RegExp(`^${unwaived.length} informational findings?: .*--all`, "m"));
  expect(text).not.toContain(first?.at.file);
  expect(text).toContain("Clean: 4 manifests on 2 targets.");
  expect(reportText(result, { all: true })).toContain(first?.at.file);
});

it("does not report an empty run as clean", () => {
  const nothing = { ...sampleRun, targets: [], diagnostics: [], findings: [] };
  expect(reportText(nothing)).toBe("Nothing was checked: no manifest was rendered.\n");
  expect(JSON.parse(reportJson(nothing))).toMatchObject({ summary: { clean: false } });
});

it("escapes control characters", () => {
  const text = reportText(sampleRun);
  expect(text).not.toMatch(/[\p{Cf}\p{Zl}]/u);
  expect(text.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
});

it("prints colours only on request", () => {
  const escape = "\u001b[";
  expect(reportText(sampleRun)).not.toContain(escape);
  expect(reportText(sampleRun, { colour: true })).toContain(escape);
});
