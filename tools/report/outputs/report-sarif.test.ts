import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { sampleRun } from "../sample-run.ts";
import { reportSarif } from "./report-sarif.ts";

interface SarifLog {
  readonly runs: readonly [
    {
      readonly tool: {
        readonly driver: {
          readonly rules: readonly {
            id: string;
            properties: { tags: string[]; "security-severity"?: string };
          }[];
        };
      };
      readonly invocations: readonly [
        {
          executionSuccessful: boolean;
          toolExecutionNotifications?: { message: { text: string } }[];
        },
      ];
      readonly results: readonly {
        ruleId: string;
        ruleIndex: number;
        level: string;
        message: { text: string };
        locations: readonly [
          {
            physicalLocation: {
              artifactLocation: { uri: string };
              region: { startLine: number; startColumn: number };
            };
          },
        ];
        partialFingerprints: { primaryLocationLineHash: string };
      }[];
    },
  ];
}

const rule = {
  id: "SEC-012",
  title: "Image without a digest",
  description: "Every image names a digest.",
  family: "security",
  severity: "high",
  standards: Array.from({ length: 12 }, (_, index) => `CIS ${index}`),
  remediation: "Resolve it.",
};

const sarif = (request: Parameters<typeof reportSarif>[0]): SarifLog =>
  JSON.parse(reportSarif(request)) as SarifLog;

const diagnosticsAt = (count: number) =>
  Array.from({ length: count }, (_, line) => ({
    ...sampleRun.diagnostics[0]!,
    at: { file: "a b/ü%.yaml", line: line + 1, column: 1 },
  }));

/** The published schema without its dialect, which ajv no longer supports by name. */
function publishedSchema(): object {
  const path = import.meta.resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
  const {
    $schema: _,
    id: __,
    ...schema
  } = JSON.parse(readFileSync(fileURLToPath(path), "utf8")) as Record<string, unknown>;
  return schema;
}

describe("reportSarif", () => {
  it("is valid for the published schema of SARIF 2.1.0", () => {
    const isValid = new Ajv({
      strict: false,
      validateFormats: false,
      unicodeRegExp: false,
    }).compile(publishedSchema());
    const runs = [
      sampleRun,
      { ...sampleRun, diagnostics: [], findings: [] },
      { ...sampleRun, targets: [], diagnostics: [], findings: [] },
      { ...sampleRun, diagnostics: diagnosticsAt(30) },
    ];
    for (const result of runs) {
      isValid(sarif({ result, rules: [rule], folder: "estate" }));
      expect(isValid.errors).toBeNull();
    }
    expect(isValid({ version: "2.1.0" })).toBe(false);
  });

  it("gives each result a rule, level, text, path from the root and fingerprint", () => {
    const [{ tool, results }] = sarif({ result: sampleRun, rules: [rule], folder: "estate" }).runs;
    for (const { ruleId, ruleIndex, message, locations, partialFingerprints } of results) {
      expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
      expect(message.text).not.toBe("");
      const { artifactLocation, region } = locations[0].physicalLocation;
      expect(artifactLocation.uri).toMatch(/^estate\//);
      expect(region.startLine).toBeGreaterThan(0);
      expect(partialFingerprints.primaryLocationLineHash).toMatch(/^[0-9a-f]{32}:\d+$/);
    }
    expect(results.find(({ ruleId }) => ruleId === "SEC-012")).toMatchObject({ level: "error" });
    expect(results.find(({ ruleId }) => ruleId === "SEC-020")).toMatchObject({ level: "warning" });
  });

  it("gives only security rules a severity score, and at most ten tags", () => {
    const [{ tool }] = sarif({ result: sampleRun, rules: [rule] }).runs;
    const named = new Map(tool.driver.rules.map(({ id, properties }) => [id, properties]));
    expect(named.get("SEC-012")).toMatchObject({ "security-severity": "8.0" });
    expect(named.get("SEC-012")?.tags).toHaveLength(10);
    expect(named.get("schema-unknown-key")).not.toHaveProperty("security-severity");
  });

  it("omits waived findings", () => {
    const [{ results }] = sarif({ result: sampleRun }).runs;
    expect(results.map(({ ruleId }) => ruleId)).not.toContain("LCK-003");
  });

  it("keeps fingerprints when lines move, and gives equal problems different ones", () => {
    const prints = (shift: number): string[] => {
      const diagnostics = diagnosticsAt(3).map((one) => ({
        ...one,
        at: { ...one.at, line: one.at.line + shift },
      }));
      const result = { ...sampleRun, diagnostics, findings: [] };
      return sarif({ result }).runs[0].results.map(
        ({ partialFingerprints }) => partialFingerprints.primaryLocationLineHash,
      );
    };
    expect(prints(100)).toEqual(prints(0));
    expect(new Set(prints(0)).size).toBe(3);
  });

  it("encodes special characters of a path", () => {
    const [{ results }] = sarif({
      result: { ...sampleRun, diagnostics: diagnosticsAt(1), findings: [] },
    }).runs;
    expect(results[0]?.locations[0].physicalLocation.artifactLocation.uri).toBe(
      "a%20b/%C3%BC%25.yaml",
    );
  });

  it("omits the least severe problems beyond GitHub's limit, and reports it", () => {
    const result = { ...sampleRun, diagnostics: diagnosticsAt(25_010) };
    const [{ results, invocations }] = sarif({ result }).runs;
    expect(results).toHaveLength(25_000);
    expect(new Set(results.map(({ level }) => level))).toEqual(new Set(["error"]));
    expect(invocations[0].toolExecutionNotifications?.[0]?.message.text).toBe(
      "Omitted: 12 less severe problems.",
    );
  });
});
