import { describe, expect, it } from "vitest";
import type { ComparedFinding, Comparison, ObjectChange } from "@altostrata/pipeline";
import { changeMarkdown, commentBudget } from "./change-markdown.ts";
import { sampleComparison } from "./sample-comparison.ts";
import { decideVerdict } from "./verdict.ts";

const nothing: Comparison = {
  ...sampleComparison({ environments: 0, changes: 0 }),
  topology: [],
  owners: [],
};

const finding: ComparedFinding = {
  rule: "SEC-001",
  title: "A container is privileged",
  severity: "critical",
  action: "deny",
  message: "container web runs privileged",
  remediation: "Remove it.",
  at: { file: "environments/production/shop/master.yaml", line: 9, column: 1 },
  fingerprint: "SEC-001",
  waived: false,
  places: [{ environment: "production", target: "aws" }],
};
const waiver = { owner: "@example/shop", expires: "2027-01-31", reason: "until the move" };
const waived = { ...finding, waived: true, waiver, was: "deny" };

const policies = { added: [], removed: [], changed: [], loosened: [], tightened: [] };

const markdown = (comparison: Comparison) => changeMarkdown(comparison, commentBudget);

describe("policy changes", () => {
  it("refuses a finding that lost its waiver", () => {
    const comparison = {
      ...nothing,
      findings: { ...nothing.findings, new: [{ ...finding, was: "waived" }] },
    };
    expect(decideVerdict(comparison)).toEqual({ verdict: "refused", refused: 1 });
    expect(markdown(comparison)).toContain("(waived -&gt; deny)".replaceAll(/[()]/g, "\\$&"));
  });

  it("shows newly waived findings first, with owner, end and reason", () => {
    const eased = [waived, { ...waived, fingerprint: "other" }];
    const comparison = { ...nothing, findings: { ...nothing.findings, eased } };
    expect(decideVerdict(comparison).verdict).toBe("careful");
    const text = markdown(comparison);
    expect(text).toContain("2 findings accepted or relaxed");
    const waiverText = "waived until 2027-01-31 by @\u2060example/shop: until the move";
    expect(text.split(waiverText)).toHaveLength(2);
    expect(text).toContain("container web runs privileged and 1 more finding");
  });

  it("shows relaxed rules first, and other changed rules as a policy change", () => {
    const loosened = [{ ...finding, was: "deny", action: "warn" }];
    const milder = { ...nothing, policies: { ...policies, changed: ["SEC-001"], loosened } };
    expect(decideVerdict(milder).verdict).toBe("careful");
    expect(markdown(milder)).toContain(
      "**relaxed rules** affect 1 finding: SEC-001 deny -&gt; warn.",
    );
    const other = { ...nothing, policies: { ...policies, changed: ["SEC-001"] } };
    expect(decideVerdict(other).verdict).toBe("policy");
  });

  it("shows a less strict tier first, but not a stricter one", () => {
    const tier = (base: string, head: string): Comparison => ({
      ...nothing,
      topology: [{ environment: "payments", system: "apim", what: "tier-changed", base, head }],
    });
    const lowered = tier("production", "development");
    expect(decideVerdict(lowered).verdict).toBe("careful");
    expect(markdown(lowered)).toContain(
      "- **less strict rules** for payments/apim: tier development \\(was production\\).",
    );
    expect(decideVerdict(tier("staging", "production")).verdict).toBe("policy");
  });

  it("does not count the compiled code of all rules as a rule", () => {
    const text = markdown({ ...nothing, policies: { ...policies, changed: ["compiled rules"] } });
    expect(text).toContain("policy results only**: the compiled rules changed.");
    expect(text).toContain("See the diff of policies/rules");
  });

  it("does not report findings as fixed while the new state has problems", () => {
    const fixed = { ...nothing, findings: { ...nothing.findings, fixed: [finding] } };
    expect(markdown(fixed)).toContain("1 fixed");
    const at = { file: "a.yaml", line: 1, column: 1 };
    const broken = { ...fixed, diagnostics: [{ code: "yaml-syntax", text: "No YAML.", at }] };
    expect(markdown(broken)).not.toContain("fixed");
  });
});

describe("limits of the comparison", () => {
  it("are reported for both sides at the top", () => {
    const comparison = {
      ...nothing,
      base: { ...nothing.base, diagnostics: 2 },
      unread: [{ environment: "production", target: "aws" }],
    };
    const [head = ""] = markdown(comparison).split("###");
    expect(head).toContain("prevent a complete comparison in production: aws.");
    expect(head).toContain("`main` has 2 problems of its own");
  });

  it("include no empty counts if nothing changes", () => {
    expect(markdown(nothing)).toMatch(
      /^\u2705 \*\*No manifest changes\*\*\. Unchanged: findings, topology\.\n/,
    );
  });
});

describe("topology", () => {
  it("merges the replica changes of one target", () => {
    const sizes = ["web", "cache"].map((subject) => ({
      environment: "production",
      system: "shop",
      what: "replicas-changed" as const,
      target: "aws",
      subject,
      base: "1",
      head: "2",
    }));
    const text = markdown({ ...nothing, topology: sizes });
    expect(text).toContain("aws: replicas of web 1 -&gt; 2, cache 1 -&gt; 2");
  });
});

describe("dangerous changes", () => {
  const change = (name: string, more: Partial<ObjectChange> = {}): ObjectChange => ({
    ...sampleComparison({ changes: 1 }).changes[0]!,
    change: "removed",
    object: { group: "", version: "v1", kind: "Namespace", namespace: "", name },
    classes: ["data-loss"],
    reversibility: "one-way",
    reasons: [{ class: "data-loss", code: "deletes-namespace", path: [] }],
    places: [{ environment: "production", target: "aws" }],
    ...more,
  });

  it("share an item if kind and text are equal", () => {
    const changes = ["a", "b", "c", "d", "e"].map((name) => change(name));
    const text = markdown({ ...nothing, changes });
    expect(text).toContain(
      "- **removed** `Namespace/a`, `Namespace/b`, `Namespace/c`, `Namespace/d` and 1 more: Everything",
    );
    expect(text).toContain("cannot be undone with a revert");
  });

  it("are moves if an object is removed from one target and added to another", () => {
    const dns: Partial<ObjectChange> = {
      object: { group: "", version: "v1", kind: "DNSEndpoint", namespace: "shop", name: "a" },
      classes: ["exposure"],
      reversibility: "free",
      reasons: [{ class: "exposure", code: "changes-dns", path: [] }],
    };
    const removed = change("a", dns);
    const added = { ...removed, change: "added" as const };
    const elsewhere = { ...added, places: [{ environment: "production", target: "gcp" }] };
    const text = markdown({ ...nothing, changes: [removed, elsewhere] });
    expect(text).toContain("- **moved** `DNSEndpoint/shop/a`: DNS responses change.");
    expect(text).toContain("In production: aws -&gt; gcp.");
    const staging = { ...added, places: [{ environment: "staging", target: "gcp" }] };
    const other = markdown({ ...nothing, changes: [removed, staging] });
    expect(other).toContain("- **removed** `DNSEndpoint/shop/a`");
    expect(other).toContain("- **added** `DNSEndpoint/shop/a`");
  });

  it("merges equal findings and counts further ones of the same rule", () => {
    const about = (message: string) => ({ ...finding, fingerprint: message, message });
    const found = ["web", "web", "cache", "jobs", "cron"].map(about);
    const [top = "", rest = ""] = markdown({
      ...nothing,
      findings: { ...nothing.findings, new: found },
    }).split("### Policy");
    expect(top.match(/SEC-001/g)).toHaveLength(2);
    expect(top).toContain("cache; 2 more findings of this rule");
    expect(rest).toContain("web \\(2 places\\)");
  });

  it("list each reason of a change once", () => {
    const reasons: ObjectChange["reasons"] = [
      { class: "privilege", code: "grants-rights", path: [] },
      { class: "privilege", code: "loosens-security", path: ["spec", "hostNetwork"] },
      { class: "privilege", code: "loosens-security", path: ["spec", "hostPID"] },
      { class: "restart", code: "restarts-pods", path: ["spec"] },
    ];
    const text = markdown({
      ...nothing,
      changes: [change("a", { classes: ["privilege", "restart"], reasons })],
    });
    expect(text).toContain(
      "Permissions in the Kubernetes API change. spec.hostNetwork gives pods more privileges. To undo",
    );
  });
});
