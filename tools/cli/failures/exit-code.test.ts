import type { Diagnostic, DiagnosticCode, RunResult } from "@altostrata/pipeline";
import { describe, expect, it } from "vitest";
import { exitCode } from "./exit-code.ts";

function result(manifests: number, codes: readonly DiagnosticCode[] = []): RunResult {
  const at = { file: "environments/production/environment.yaml", line: 1, column: 1 };
  const diagnostics = codes.map((code): Diagnostic => ({ code, args: {}, at }));
  const target = {
    environment: "production",
    target: "aws-frankfurt",
    provider: "aws",
    kubernetes: { version: "1.36" },
    systems: [],
    manifests,
  };
  const run = { targets: [target], findings: [], diagnostics, considered: {} };
  return run as unknown as RunResult;
}

describe("exitCode", () => {
  it("distinguishes clean from refused", () => {
    expect(exitCode(result(3))).toBe(0);
    expect(exitCode(result(3, ["networks-overlap"]))).toBe(1);
  });

  it.each([
    ["a rule that could not be evaluated", result(3, ["policy-rule-failed"])],
    ["a failed rule beside what is refused", result(3, ["networks-overlap", "policy-rule-failed"])],
    ["an estate without files", result(0, ["estate-empty"])],
    ["no manifests and no reason", result(0)],
  ])("returns 2 after %s", (_, incomplete) => {
    expect(exitCode(incomplete)).toBe(2);
  });
});
