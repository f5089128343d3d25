import { describe, expect, it } from "vitest";
import type { Finding } from "../../model/results/finding.ts";
import { startOf } from "../../model/origins/place.ts";
import { compareFindings } from "./compare-findings.ts";
import { comparePolicies } from "./compare-policies.ts";
import { createRedactor } from "../../secrets/create-redactor.ts";

const redactor = createRedactor(new Uint8Array(32));

function finding(rule: string, more: Partial<Finding> = {}): Finding {
  return {
    rule,
    title: rule,
    severity: "high",
    action: "deny",
    message: `${rule} says no`,
    remediation: "Change it.",
    path: [],
    at: startOf("a.yaml"),
    fingerprint: rule,
    ...more,
  };
}

function waiver(expires: string): NonNullable<Finding["waiver"]> {
  return { at: startOf("w.yaml"), owner: "@example/shop", expires, reason: "until the move" };
}

const denied = finding("SEC-001");
const waived = finding("SEC-001", { waiver: waiver("2027-01-31") });
const warned = finding("SEC-001", { action: "warn" });

describe("compareFindings", () => {
  it.each([
    ["comes", [], [denied], { new: [undefined] }],
    ["goes", [denied], [], { fixed: [undefined] }],
    ["loses its waiver", [waived], [denied], { new: ["waived"] }],
    ["is denied where it was a warning", [warned], [denied], { new: ["warn"] }],
    ["is waived from now on", [denied], [waived], { eased: ["deny"] }],
    ["is a warning where it was denied", [denied], [warned], { eased: ["deny"] }],
    [
      "is waived for longer",
      [waived],
      [finding("SEC-001", { waiver: waiver("2027-06-30") })],
      { eased: ["waived"] },
    ],
  ] as const)("says of a finding that it %s", (_, base, head, expected) => {
    const compared = compareFindings(base, head, { redactor });
    const past = (key: "new" | "eased" | "fixed") => compared[key].map(({ was }) => was);
    expect({ new: past("new"), eased: past("eased"), fixed: past("fixed") }).toEqual({
      new: [],
      eased: [],
      fixed: [],
      ...expected,
    });
    expect(compared.unchanged).toBe(0);
  });

  it("counts what stays, under the same waiver too", () => {
    expect(compareFindings([waived], [waived], { redactor }).unchanged).toBe(1);
    expect(compareFindings([denied], [denied], { redactor }).unchanged).toBe(1);
  });

  it("says by whom, until when and why a finding is accepted", () => {
    const [accepted] = compareFindings([denied], [waived], { redactor }).eased;
    expect(accepted?.waiver).toEqual({
      owner: "@example/shop",
      expires: "2027-01-31",
      reason: "until the move",
    });
  });
});

describe("comparePolicies", () => {
  const sides = { baseRules: { "SEC-001": "a" }, headRules: { "SEC-001": "b" } };
  const judge = (byBase: Finding[], byHead: Finding[]) => {
    const { loosened, tightened } = comparePolicies({ ...sides, byBase, byHead }, redactor);
    const words = ({ was, action }: { was?: string; action: string }) => `${was} -> ${action}`;
    return { loosened: loosened.map(words), tightened: tightened.map(words) };
  };

  it("does not call a rule tightened that warns where it denied", () => {
    expect(judge([denied], [warned])).toEqual({ loosened: ["deny -> warn"], tightened: [] });
  });

  it("tells a rule that is switched off, one that is new and one that becomes stricter", () => {
    expect(judge([denied], [])).toEqual({ loosened: ["deny -> off"], tightened: [] });
    expect(judge([], [denied])).toEqual({ loosened: [], tightened: ["off -> deny"] });
    expect(judge([warned], [denied])).toEqual({ loosened: [], tightened: ["warn -> deny"] });
  });
});
