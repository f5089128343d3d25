import { describe, expect, it } from "vitest";
import type { ComparedFinding, Comparison, ObjectChange } from "@altostrata/pipeline";
import { changeMarkdown, commentBudget } from "./change-markdown.ts";
import { sampleComparison } from "./sample-comparison.ts";
import { judge } from "./verdict.ts";

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

describe("what is judged otherwise", () => {
  it("refuses a finding whose waiver ends, and says that it had one", () => {
    const comparison = {
      ...nothing,
      findings: { ...nothing.findings, new: [{ ...finding, was: "waived" }] },
    };
    expect(judge(comparison)).toEqual({ verdict: "refused", refused: 1 });
    expect(markdown(comparison)).toContain("(waived -&gt; deny)".replaceAll(/[()]/g, "\\$&"));
  });

  it("asks to read what a new waiver accepts, by whom, until when and why", () => {
    const eased = [waived, { ...waived, fingerprint: "other" }];
    const comparison = { ...nothing, findings: { ...nothing.findings, eased } };
    expect(judge(comparison).verdict).toBe("careful");
    const text = markdown(comparison);
    expect(text).toContain("2 findings accepted or judged more mildly");
    const words = "waived until 2027-01-31 by @\u2060example/shop: until the move";
    expect(text.split(words)).toHaveLength(2);
    expect(text).toContain("container web runs privileged and 1 finding more");
  });

  it("asks to read that a rule becomes milder, and counts a change of rules", () => {
    const loosened = [{ ...finding, was: "deny", action: "warn" }];
    const milder = { ...nothing, policies: { ...policies, changed: ["SEC-001"], loosened } };
    expect(judge(milder).verdict).toBe("careful");
    expect(markdown(milder)).toContain("become milder about 1 finding: SEC-001 deny -&gt; warn.");
    const other = { ...nothing, policies: { ...policies, changed: ["SEC-001"] } };
    expect(judge(other).verdict).toBe("judged");
  });

  it("asks to read that a system is judged by milder rules, and not that it is by stricter ones", () => {
    const tier = (base: string, head: string): Comparison => ({
      ...nothing,
      topology: [{ environment: "payments", system: "apim", what: "tier-changed", base, head }],
    });
    const lowered = tier("production", "development");
    expect(judge(lowered).verdict).toBe("careful");
    expect(markdown(lowered)).toContain(
      "- **milder rules** for payments/apim: judged as development, was production.",
    );
    expect(judge(tier("staging", "production")).verdict).toBe("judged");
  });

  it("does not count the code of all rules as a rule", () => {
    const text = markdown({ ...nothing, policies: { ...policies, changed: ["compiled rules"] } });
    expect(text).toContain("but what is judged**: the code of rules changed.");
    expect(text).toContain("which, the diff of policies/rules says");
  });

  it("calls nothing fixed while problems keep rules from looking", () => {
    const fixed = { ...nothing, findings: { ...nothing.findings, fixed: [finding] } };
    expect(markdown(fixed)).toContain("1 fixed");
    const at = { file: "a.yaml", line: 1, column: 1 };
    const broken = { ...fixed, diagnostics: [{ code: "yaml-syntax", text: "No YAML.", at }] };
    expect(markdown(broken)).not.toContain("fixed");
  });
});

describe("what the comparison could not see", () => {
  it("is said of both sides, before anything else", () => {
    const comparison = {
      ...nothing,
      base: { ...nothing.base, diagnostics: 2 },
      unread: [{ environment: "production", target: "aws" }],
    };
    const [head = ""] = markdown(comparison).split("###");
    expect(head).toContain("from being made in production: aws.");
    expect(head).toContain("`main` has 2 problems of its own");
  });

  it("leaves no empty count behind where nothing changes", () => {
    expect(markdown(nothing)).toMatch(
      /^\u2705 \*\*No manifest changes\*\*\. Findings and topology stay as they are\.\n/,
    );
  });
});

describe("who does what where", () => {
  it("says how many replicas of several components run on one target in one line", () => {
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

describe("what must be read", () => {
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

  it("brings objects of one kind together of which the same must be known", () => {
    const changes = ["a", "b", "c", "d", "e"].map((name) => change(name));
    const text = markdown({ ...nothing, changes });
    expect(text).toContain(
      "- **removed** `Namespace/a`, `Namespace/b`, `Namespace/c`, `Namespace/d` and 1 more: Everything",
    );
    expect(text).toContain("cannot be undone by a revert");
  });

  it("says of an object that leaves one target and comes to another that it moves, with its way", () => {
    const dns: Partial<ObjectChange> = {
      object: { group: "", version: "v1", kind: "DNSEndpoint", namespace: "shop", name: "a" },
      classes: ["exposure"],
      reversibility: "free",
      reasons: [{ class: "exposure", code: "changes-dns", path: [] }],
    };
    const gone = change("a", dns);
    const come = { ...gone, change: "added" as const };
    const elsewhere = { ...come, places: [{ environment: "production", target: "gcp" }] };
    const text = markdown({ ...nothing, changes: [gone, elsewhere] });
    expect(text).toContain("- **moved** `DNSEndpoint/shop/a`: Answers of DNS change.");
    expect(text).toContain("In production: aws -&gt; gcp.");
    const staging = { ...come, places: [{ environment: "staging", target: "gcp" }] };
    const other = markdown({ ...nothing, changes: [gone, staging] });
    expect(other).toContain("- **removed** `DNSEndpoint/shop/a`");
    expect(other).toContain("- **added** `DNSEndpoint/shop/a`");
  });

  it("counts what one rule says of many things, and says the same thing once", () => {
    const about = (message: string) => ({ ...finding, fingerprint: message, message });
    const found = ["web", "web", "cache", "jobs", "cron"].map(about);
    const [top = "", rest = ""] = markdown({
      ...nothing,
      findings: { ...nothing.findings, new: found },
    }).split("### Policy");
    expect(top.match(/SEC-001/g)).toHaveLength(2);
    expect(top).toContain("cache; 2 findings more of this rule");
    expect(rest).toContain("web \\(2 places\\)");
  });

  it("tells each danger of one change once", () => {
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
      "Rights in the Kubernetes API change. spec.hostNetwork gives pods more rights than they had. To undo",
    );
  });
});
