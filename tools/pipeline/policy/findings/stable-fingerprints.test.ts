import fc from "fast-check";
import { expect, it } from "vitest";
import { folderOnDisk } from "../../load/folder-on-disk.ts";
import type { Manifest } from "../../model/kubernetes/manifest.ts";
import { evaluateRules } from "../testing/evaluate-rules.ts";
import { loadPolicies } from "../bundle/load-policies.ts";
import { policiesFolder, sampleEstate, sampleManifest } from "../testing/sample-policy.ts";

// The law behind waivers, baselines and comparisons: a finding keeps its identity wherever its YAML moves.

const policies = await loadPolicies(folderOnDisk(policiesFolder));

const capabilities = ["NET_ADMIN", "SYS_TIME", "SYS_PTRACE"];

/** The ways to write down the same estate. */
interface Writing {
  readonly containers: readonly string[];
  readonly capabilities: readonly string[];
  readonly workloads: readonly string[];
  readonly file: string;
  readonly line: number;
}

const writing = fc.record({
  containers: permutation(["web", "proxy", "agent"]),
  capabilities: permutation(capabilities),
  workloads: permutation(["shop", "search", "basket"]),
  file: fc.stringMatching(/^[a-z]{1,8}\.yaml$/),
  line: fc.integer({ min: 1, max: 5000 }),
});

it("keeps fingerprints for any order of items and objects, and any file and line", () => {
  const expected = fingerprints({
    containers: ["web", "proxy", "agent"],
    capabilities,
    workloads: ["shop", "search", "basket"],
    file: "first.yaml",
    line: 1,
  });
  expect(new Set(expected).size).toBeGreaterThan(100);
  fc.assert(
    fc.property(writing, (written) => {
      expect(fingerprints(written)).toEqual(expected);
    }),
    { numRuns: 40 },
  );
});

function permutation(items: readonly string[]): fc.Arbitrary<string[]> {
  return fc.shuffledSubarray([...items], { minLength: items.length });
}

function fingerprints({ workloads, ...written }: Writing): string[] {
  const manifests = workloads.map((name) => deployment(name, written));
  const request = { policies, ...sampleEstate(manifests), asOf: "2026-11-24", withoutEstate: true };
  return evaluateRules(request)
    .findings.map(({ fingerprint }) => fingerprint)
    .sort();
}

function deployment(name: string, written: Omit<Writing, "workloads">): Manifest {
  const containers = written.containers.map((container) => ({
    name: container,
    image: "registry.example.com/shop/web:latest",
    securityContext: { privileged: true, capabilities: { add: written.capabilities } },
  }));
  const object = {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name, namespace: "shop" },
    spec: { template: { metadata: { labels: { app: name } }, spec: { containers } } },
  };
  const place = { file: written.file, line: written.line, column: 1 };
  return {
    ...sampleManifest(object, { origin: { place, layer: "master" } }),
    at: place,
  };
}
