import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../model/results/diagnostic.ts";
import type { Finding } from "../../model/results/finding.ts";
import type { RenderedTarget } from "../../model/results/rendered-target.ts";
import { summariseTarget, type TargetSummary } from "../../model/results/target-summary.ts";
import { findProofs } from "./find-proofs.ts";
import { sampleManifest } from "../testing/sample-policy.ts";

function manifest(component: string | undefined, name: string) {
  const object = { apiVersion: "v1", kind: "ConfigMap", metadata: { namespace: "shop", name } };
  return {
    ...sampleManifest(object),
    system: "shop",
    ...(component === undefined ? {} : { component }),
  };
}

function result(provider: string, manifests: readonly object[], leads = false): TargetSummary {
  const view = {
    environment: { name: "production" },
    application: { name: "shop" },
    system: { name: "shop", traffic: { dns: "azure" } },
    part: { leads },
    target: { provider },
    components: { web: {} },
    datasources: leads
      ? { orders: { role: "primary", engine: { via: "managed" }, backup: { provider: "gcp" } } }
      : {
          orders: {
            role: "replica",
            engine: { via: "cloudnative-pg" },
            backup: { provider: "gcp" },
          },
        },
  };
  const rendered = {
    environment: "production",
    target: `${provider}-one`,
    provider,
    systems: [{ view, patches: [] }],
    manifests,
  } as unknown as RenderedTarget;
  return summariseTarget(rendered);
}

const whole = [manifest("web", "web"), manifest(undefined, "names")];
const targets = [result("gcp", whole), result("aws", whole, true)];

/** A finding about an object of a component, or about the system as a whole. */
function refusal(component: string | undefined, action: Finding["action"] = "deny"): Finding {
  const object = `ConfigMap/shop/${component ?? "names"}`;
  const place = { environment: "production", target: "aws-one", object, system: "shop" };
  return { action, ...place, ...(component === undefined ? {} : { component }) } as Finding;
}

function proofsOf(
  of: readonly TargetSummary[],
  complaints: { findings?: readonly Finding[]; diagnostics?: readonly object[] } = {},
): string[] {
  const { findings = [], diagnostics = [] } = complaints;
  return findProofs(of, { findings, diagnostics: diagnostics as Diagnostic[] }).map(
    ({ component, aspect, provider, target }) => `${component} ${aspect} ${provider} (${target})`,
  );
}

describe("findProofs", () => {
  it("lists proofs sorted, and does not prove managed databases", () => {
    expect(proofsOf(targets)).toEqual([
      " dns azure (aws-one)",
      " runs aws (aws-one)",
      " runs gcp (gcp-one)",
      "orders backup gcp (aws-one)",
      "orders runs gcp (gcp-one)",
      "web runs aws (aws-one)",
      "web runs gcp (gcp-one)",
    ]);
    expect(proofsOf(targets.toReversed())).toEqual(proofsOf(targets));
  });

  it("does not prove denied components, even with a waiver", () => {
    const refused = refusal("web");
    const waived = { ...refused, waiver: { owner: "@a", expires: "2027-01-01", reason: "r" } };
    expect(proofsOf(targets, { findings: [refused] })).not.toContain("web runs aws (aws-one)");
    expect(proofsOf(targets, { findings: [waived as Finding] })).toEqual(
      proofsOf(targets, { findings: [refused] }),
    );
    expect(proofsOf(targets, { findings: [refusal("web", "warn")] })).toEqual(proofsOf(targets));
  });

  it("lets findings about a system break its DNS names and databases, but no component", () => {
    const proven = proofsOf(targets, { findings: [refusal(undefined)] });
    expect(proven.filter((one) => one.endsWith("(aws-one)"))).toEqual(["web runs aws (aws-one)"]);
  });

  it("does not prove a component without rendered objects", () => {
    expect(proofsOf([result("gcp", [manifest(undefined, "names")])])).toEqual([
      " runs gcp (gcp-one)",
      "orders runs gcp (gcp-one)",
    ]);
    expect(proofsOf([result("gcp", [])])).toEqual([]);
  });

  it.each([
    [{ environment: "production", target: "gcp-one" }, 4],
    [{ environment: "production" }, 0],
    [{}, 0],
  ])("does not prove places with a diagnostic: %j", (diagnostic, left) => {
    expect(proofsOf(targets, { diagnostics: [diagnostic] })).toHaveLength(left);
  });
});
