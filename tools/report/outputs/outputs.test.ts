import { expect, it } from "vitest";
import { sampleRun } from "../sample-run.ts";
import { reportAs, type ReportFormat } from "./report-as.ts";

const rules = [
  {
    id: "SEC-012",
    title: "Image without a digest",
    description: "Every image names a digest.",
    family: "security",
    severity: "high",
    standards: Array.from({ length: 12 }, (_, index) => `CIS ${index}`),
    remediation: "Run `alto images resolve --write`.",
  },
];

const hostile = '\u001b[2J\u202e"<&>\r\n::error::x]]>|`@team\uFFFF%0A##[group]';

const hostileRun = {
  ...sampleRun,
  diagnostics: Array.from({ length: 12 }, (_, line) => ({
    code: "schema-unknown-key" as const,
    at: { file: `${hostile}.yaml`, line: line + 1, column: 1 },
    args: { key: hostile, where: "", allowed: [] },
    environment: hostile,
    object: `Pod/${hostile}`,
  })),
  findings: sampleRun.findings.map((finding) => ({ ...finding, message: hostile })),
};

it.for(["sarif", "junit", "github", "markdown"] as const)("prints a run as %s", async (format) => {
  const text = reportAs(format, { result: sampleRun, rules, folder: "estate" });
  await expect(text).toMatchFileSnapshot(`../golden/sample-run.${format}.txt`);
});

it.for(["text", "sarif", "junit", "github", "markdown"] as const)(
  "escapes control characters in %s",
  (format) => {
    // Markdown itself uses one invisible character, against mentions and links.
    const text = reportAs(format, { result: hostileRun, rules }).replaceAll("\u2060", "");
    expect(text).not.toMatch(/[\p{Cf}\p{Zl}]/u);
    expect(text.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
  },
);

it.for(["sarif", "junit", "github", "markdown"] as const)(
  "does not report an empty run as clean in %s",
  (format) => {
    const result = { ...sampleRun, targets: [], diagnostics: [], findings: [] };
    expect(reportAs(format, { result })).toContain("Nothing was checked");
  },
);

it.for(["text", "json", "sarif", "junit", "github", "markdown"] as const satisfies ReportFormat[])(
  "is deterministic in %s",
  (format) => {
    const [one, other] = [sampleRun, { ...sampleRun }].map((result) =>
      reportAs(format, { result, rules }),
    );
    expect(one).toBe(other);
  },
);

it("escapes the syntax of workflow commands", () => {
  const lines = reportAs("github", { result: hostileRun }).trimEnd().split("\n");
  const commands = lines.filter((line) => line.startsWith("::"));
  expect(commands.filter((line) => line.startsWith("::error "))).toHaveLength(10);
  expect(lines.length - commands.length).toBeGreaterThan(0);
  for (const line of lines) {
    expect(line).toMatch(
      /^(- |::(error|warning|notice) file=[^,:]*,line=\d+,col=1?\d,title=[^,:]+::)/,
    );
    if (line.startsWith("- ")) expect(line).not.toContain("##[");
  }
});

it("escapes texts in JUnit", () => {
  const text = reportAs("junit", { result: hostileRun });
  const elements = [...text.matchAll(/<\/?([a-z-]+)/g)].map(([, name]) => name);
  expect(new Set(elements)).toEqual(
    new Set(["testsuites", "testsuite", "testcase", "failure", "system-out", "skipped"]),
  );
  expect(text.match(/<failure /g)).toHaveLength(text.match(/<\/failure>/g)?.length ?? -1);
  expect(text).not.toMatch(/&(?!amp;|lt;|gt;|quot;|#39;)/);
  expect(text).not.toContain("\uFFFF");
});

it("shortens whole sections of Markdown", async () => {
  const { reportMarkdown } = await import("./report-markdown.ts");
  const diagnostics = Array.from({ length: 3000 }, (_, line) => ({
    ...sampleRun.diagnostics[0]!,
    at: { file: "a.yaml", line: line + 1, column: 1 },
  }));
  const text = reportMarkdown({ ...sampleRun, diagnostics }, 60_000);
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(60_000);
  expect(text).toContain("Omitted: 2902 less severe problems.");
});
