import type { ComparedFinding, Comparison } from "@altostrata/pipeline";
import { describe, expect, it } from "vitest";
import { sampleComparison } from "../../report/change/sample-comparison.ts";
import { checkState } from "./check-state.ts";

const clean: Comparison = {
  ...sampleComparison(),
  diagnostics: [],
  findings: { new: [], eased: [], fixed: [], unchanged: 0 },
};
const denied: ComparedFinding = {
  rule: "SEC-001",
  title: "No root",
  severity: "high",
  action: "deny",
  message: "runs as root",
  remediation: "Set runAsNonRoot.",
  at: { file: "a.yaml", line: 1, column: 1 },
  fingerprint: "f",
  object: "Deployment/a",
  waived: false,
  places: [{ environment: "production", target: "aws-frankfurt" }],
};
const loosening = (finding: ComparedFinding): Comparison => ({
  ...clean,
  policies: { added: [], removed: ["SEC-001"], changed: [], loosened: [finding], tightened: [] },
});
const hidden = { ...denied, was: "deny", action: "off" };

describe("checkState", () => {
  it("passes a clean state, and refuses one with problems under its own rules", () => {
    expect(checkState(1, clean)).toEqual([]);
    expect(checkState(1, { ...clean, findings: { ...clean.findings, new: [denied] } })).toEqual([
      "#1: 1 problems in the state after the merge",
    ]);
  });

  it("refuses findings that only the base's rules refuse", () => {
    expect(checkState(1, loosening(hidden)).join()).toMatch(
      /breaks rules of its target branch \(SEC-001\)/,
    );
    expect(checkState(1, loosening({ ...hidden, action: "warn" }))).toHaveLength(1);
  });

  it("allows loosening a rule for old, waived or warning findings", () => {
    const fixed = loosening(hidden);
    expect(checkState(1, { ...fixed, findings: { ...fixed.findings, fixed: [denied] } })).toEqual(
      [],
    );
    const eased = { ...denied, action: "warn", was: "deny" };
    expect(checkState(1, { ...fixed, findings: { ...fixed.findings, eased: [eased] } })).toEqual(
      [],
    );
    expect(checkState(1, loosening({ ...hidden, waived: true }))).toEqual([]);
    expect(checkState(1, loosening({ ...hidden, was: "warn" }))).toEqual([]);
  });
});
