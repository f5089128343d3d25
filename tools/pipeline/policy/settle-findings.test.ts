import { describe, expect, it } from "vitest";
import { folderOnDisk } from "../load/folder-on-disk.ts";
import type { Waiver } from "../model/kinds/waivers.ts";
import type { Manifest } from "../model/kubernetes/manifest.ts";
import { setOrigin } from "../model/origins/origin.ts";
import { valueAt } from "../model/values/value-at.ts";
import type { View } from "../model/view/view.ts";
import { evaluateRules } from "./testing/evaluate-rules.ts";
import { loadPolicies } from "./bundle/load-policies.ts";
import { policiesFolder, sampleEstate, sampleManifest } from "./testing/sample-policy.ts";

const policies = await loadPolicies(folderOnDisk(policiesFolder));

const pod = {
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name: "web", namespace: "shop" },
  spec: {
    containers: [
      {
        name: "web",
        image: "registry.example.com/web:1.0.0",
        securityContext: { privileged: true },
      },
    ],
  },
};

function evaluate(
  manifests: readonly Manifest[],
  waivers: readonly Partial<Waiver>[] = [],
  more: { partial?: boolean; ignoreWaivers?: boolean } = {},
) {
  return evaluateRules({
    policies,
    ...sampleEstate(manifests, waivers),
    asOf: "2026-11-24",
    ...more,
  });
}

function findingsOf(rule: string, result: ReturnType<typeof evaluate>) {
  return result.findings.filter((finding) => finding.rule === rule);
}

const approved = { approvedBy: "@example/security", object: "Pod/shop/web" };

describe("evaluateRules", () => {
  it("points at the origin of the value in the user's YAML", () => {
    const place = { file: "environments/production/apim/master.yaml", line: 12, column: 9 };
    const [finding] = findingsOf(
      "SEC-001",
      evaluate([sampleManifest(pod, { origin: { place, layer: "master" } })]),
    );
    expect(finding).toMatchObject({
      at: place,
      action: "deny",
      object: "Pod/shop/web",
      path: ["spec", "containers", 0, "securityContext", "privileged"],
      environment: "production",
      target: "aws-frankfurt",
    });
  });

  it("reports only present values of an incomplete manifest", () => {
    const object = "Pod/shop/web";
    const ofPod = (manifest: Manifest) =>
      evaluate([manifest]).findings.filter((finding) => finding.object === object);
    const [whole, cut] = [
      ofPod(sampleManifest(pod)),
      ofPod({ ...sampleManifest(pod), incomplete: true }),
    ];
    expect(cut.length).toBeLessThan(whole.length);
    expect(cut.map(({ rule }) => rule)).toContain("SEC-001");
    for (const { path } of cut) expect(typeof valueAt(pod, path)).not.toBe("object");
  });

  it("reports no missing objects if objects of the target could not be rendered", () => {
    const { targets, desiredState } = sampleEstate([sampleManifest(pod)], []);
    const lacking = targets.map((target) => ({ ...target, lacksObjects: true }));
    const rest = { policies, desiredState, asOf: "2026-11-24" };
    const rules = evaluateRules({ ...rest, targets: lacking, withoutEstate: true }).findings.map(
      ({ rule }) => rule,
    );
    expect(rules).toContain("SEC-001");
    expect(rules.length).toBeLessThan(
      evaluateRules({ ...rest, targets, withoutEstate: true }).findings.length,
    );
  });

  it("reports no missing object of a kind with an incomplete object", () => {
    const networkPolicy = {
      apiVersion: "networking.k8s.io/v1",
      kind: "NetworkPolicy",
      metadata: { name: "web", namespace: "shop" },
      spec: { podSelector: { matchLabels: { app: "other" } } },
    };
    const rulesWith = (incomplete: boolean) =>
      evaluate([
        sampleManifest(pod),
        { ...sampleManifest(networkPolicy), incomplete },
      ]).findings.map(({ rule }) => rule);
    expect(rulesWith(false)).toEqual(expect.arrayContaining(["SEC-080", "SEC-081", "SEC-113"]));
    expect(rulesWith(true)).toContain("SEC-113");
    expect(rulesWith(true)).not.toContain("SEC-080");
    expect(rulesWith(true)).not.toContain("SEC-081");
  });

  it("points at the template if the value is a literal", () => {
    const [finding] = findingsOf("SEC-001", evaluate([sampleManifest(pod)]));
    expect(finding?.at).toEqual({
      file: "artefacts/applications/shop/templates/web.yaml.hbs",
      line: 7,
      column: 3,
    });
  });

  it("accepts a provider's annotation only from the provider's folder", () => {
    const service = {
      apiVersion: "v1",
      kind: "Service",
      metadata: { name: "web", namespace: "shop", annotations: { "eks.amazonaws.com/x": "y" } },
      spec: {},
    };
    const place = { file: "clouds/aws/provider.yaml", line: 20, column: 1 };
    expect(
      findingsOf(
        "LCK-020",
        evaluate([sampleManifest(service, { origin: { place, layer: "fact" } })]),
      ),
    ).toEqual([]);
    expect(findingsOf("LCK-020", evaluate([sampleManifest(service)]))).toHaveLength(1);
  });

  it("reports that no rule examined anything if nothing was rendered", () => {
    expect(findingsOf("MET-002", evaluate([]))).toHaveLength(1);
  });

  it("reports failures for manifests that nest too deep", () => {
    let nested: unknown = "bottom";
    for (let depth = 0; depth < 20_000; depth += 1) nested = [nested];
    const result = evaluate([sampleManifest({ ...pod, spec: { ...pod.spec, nested } })]);
    expect(result.diagnostics).toMatchObject([
      { code: "policy-rule-failed", environment: "production", target: "aws-frankfurt" },
    ]);
  });

  it("counts the things that each rule examined", () => {
    expect(evaluate([sampleManifest(pod)]).considered).toMatchObject({
      "SEC-001": 1,
      "SEC-100": 0,
      "LCK-090": 0,
    });
  });

  it("returns the same sorted findings for any order of the targets", () => {
    const { desiredState, targets } = sampleEstate([sampleManifest(pod)]);
    const two = [targets[0]!, { ...targets[0]!, target: "gcp-belgium" }];
    const run = (list: typeof two) =>
      evaluateRules({ policies, desiredState, targets: list, asOf: "2026-11-24" }).findings;
    expect(JSON.stringify(run(two.toReversed()))).toBe(JSON.stringify(run(two)));
  });
});

describe("findings about the estate", () => {
  const file = "environments/production/shop/system.yaml";

  function withSystem(
    waivers: readonly Partial<Waiver>[],
    { partial = false, isComplete = true } = {},
  ) {
    const traffic = { ttl: "1h", dns: "aws" };
    setOrigin(traffic, "ttl", { place: { file, line: 21, column: 8 } });
    const value = {
      application: "shop",
      master: "a",
      patterns: {},
      objectives: { rto: "10m" },
      traffic,
    };
    const { desiredState, targets } = sampleEstate([sampleManifest(pod)], waivers);
    const [environment] = desiredState.environments;
    const system = { name: "shop", file, environment: "production", value, workers: [] };
    const environments = [
      { ...environment, systems: [system] },
    ] as unknown as typeof desiredState.environments;
    const view = {
      application: { name: "shop" },
      target: { provider: "aws" },
      part: { leads: true },
      system: { name: "shop", traffic: { dns: "aws" } },
      dns: { rendered: false },
      components: {},
      datasources: {},
    } as unknown as View;
    return evaluateRules({
      policies,
      desiredState: { ...desiredState, environments },
      targets: targets.map((target) => ({
        ...target,
        systems: isComplete ? [{ view, patches: [] }] : [],
      })),
      partial,
      asOf: "2026-11-24",
    });
  }

  it("point at the declaration and belong to its environment", () => {
    const [finding] = findingsOf("TOP-014", withSystem([]));
    expect(finding).toMatchObject({ at: { file, line: 21, column: 8 }, environment: "production" });
    expect(finding?.target).toBeUndefined();
  });

  it("ignore partly rendered systems, and checks that saw only a part of the estate", () => {
    const partlyRendered = withSystem([], { isComplete: false });
    expect(findingsOf("TOP-014", partlyRendered)).toEqual([]);
    expect(findingsOf("MET-007", withSystem([], { partial: true }))).toEqual([]);
  });

  it("can be waived", () => {
    const result = withSystem([{ rule: "TOP-014" }]);
    expect(findingsOf("TOP-014", result)[0]?.waiver).toBeDefined();
    expect(result.diagnostics).toEqual([]);
  });

  it("point at the rule if they are about the rule", () => {
    const idle = findingsOf("MET-007", withSystem([]));
    expect(idle.map(({ at }) => at.file)).toContain(
      "policies/rules/security/database_backup/rule.rego",
    );
    expect(new Set(idle.map(({ action }) => action))).toEqual(new Set(["inform"]));
  });
});

describe("waivers", () => {
  it.each([
    ["all", false, false],
    [["SEC-003"], true, false],
    [["SEC-001"], false, true],
  ] as const)(
    "withholds findings that an unreadable entry about %j may cover, in its environment",
    (unreadWaivers, findsPrivileged, findsNamespaces) => {
      const { desiredState, targets } = sampleEstate([
        sampleManifest({ ...pod, spec: { ...pod.spec, hostPID: true } }),
      ]);
      const environments = desiredState.environments.map((one) => ({ ...one, unreadWaivers }));
      const request = { policies, targets, asOf: "2026-11-24", withoutEstate: true };
      const result = evaluateRules({ ...request, desiredState: { ...desiredState, environments } });
      expect(findingsOf("SEC-001", result).length > 0).toBe(findsPrivileged);
      // SEC-003 was merged into it.
      expect(findingsOf("SEC-002", result).length > 0).toBe(findsNamespaces);
      const audit = evaluateRules({
        ...request,
        desiredState: { ...desiredState, environments },
        ignoreWaivers: true,
      });
      expect(findingsOf("SEC-001", audit)).toHaveLength(1);
    },
  );

  it.each([
    approved,
    { ...approved, object: "Pod/*/web" },
    { ...approved, target: "aws-frankfurt" },
    { ...approved, path: "spec.containers.web" },
  ])("%j covers the finding", (waiver) => {
    const result = evaluate([sampleManifest(pod)], [waiver]);
    expect(findingsOf("SEC-001", result)[0]?.waiver).toMatchObject({
      owner: "@example/shop",
      expires: "2027-01-31",
    });
    expect(result.diagnostics).toEqual([]);
  });

  it.each([
    ["waiver-unused", { ...approved, object: "Pod/shop/other" }],
    ["waiver-unused", { ...approved, path: "spec.containers.we" }],
    ["waiver-unused", { ...approved, target: "gcp-belgium" }],
    ["waiver-expired", { ...approved, created: "2026-09-01", expires: "2026-11-23" }],
    ["waiver-expires-too-late", { ...approved, expires: "2027-06-30" }],
    ["waiver-dates-invalid", { ...approved, created: "2027-02-01" }],
    ["waiver-dates-invalid", { ...approved, expires: "2027-02-30" }],
    ["waiver-dates-invalid", { ...approved, created: "2026-11-25" }],
    ["waiver-needs-approval", { object: "Pod/shop/web" }],
    ["waiver-needs-approval", { ...approved, approvedBy: "@example/shop" }],
    ["waiver-rule-unknown", { ...approved, rule: "SEC-999" }],
  ])("%s does not waive the finding", (code, waiver) => {
    const result = evaluate([sampleManifest(pod)], [waiver]);
    expect(result.diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
    expect(result.diagnostics[0]?.at.file).toBe("environments/production/waivers.yaml");
    expect(findingsOf("SEC-001", result)[0]?.waiver).toBeUndefined();
  });

  it("suggests the nearest rule with its title for an unknown id", () => {
    const [diagnostic] = evaluate(
      [sampleManifest(pod)],
      [{ ...approved, rule: "SEC-0001" }],
    ).diagnostics;
    const { title } = policies.bundle.rules.find(({ id }) => id === "SEC-001")!;
    expect(diagnostic?.args).toEqual({ rule: "SEC-0001", suggestion: "SEC-001", title });
  });

  it("applies on the day it expires", () => {
    const result = evaluate([sampleManifest(pod)], [{ ...approved, expires: "2026-11-24" }]);
    expect(findingsOf("SEC-001", result)[0]?.waiver).toBeDefined();
  });

  it("applies under an earlier id of the rule, with a diagnostic", () => {
    const shared = { ...pod, spec: { ...pod.spec, hostPID: true } };
    const result = evaluate(
      [sampleManifest(shared)],
      [{ rule: "SEC-003", object: "Pod/shop/web" }],
    );
    expect(findingsOf("SEC-002", result)[0]?.waiver).toBeDefined();
    expect(result.diagnostics).toMatchObject([
      { code: "waiver-rule-renamed", args: { rule: "SEC-003", now: "SEC-002" } },
    ]);
  });

  it("is too broad if it names no object and covers only one", () => {
    const result = evaluate([sampleManifest(pod)], [{ approvedBy: "@example/security" }]);
    expect(result.diagnostics).toMatchObject([
      { code: "waiver-too-broad", args: { object: "Pod/shop/web" } },
    ]);
  });

  it("is not reported as unused if only a part was evaluated", () => {
    expect(
      evaluate([sampleManifest(pod)], [{ ...approved, object: "Pod/shop/other" }], {
        partial: true,
      }).diagnostics,
    ).toEqual([]);
  });

  it("is ignored in an audit", () => {
    const result = evaluate([sampleManifest(pod)], [approved, { rule: "SEC-999" }], {
      ignoreWaivers: true,
    });
    expect(findingsOf("SEC-001", result)[0]?.waiver).toBeUndefined();
    expect(result.diagnostics).toEqual([]);
  });
});
