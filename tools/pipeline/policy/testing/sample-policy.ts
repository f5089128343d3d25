import { fileURLToPath } from "node:url";
import type { DesiredState } from "../../model/estate/desired-state.ts";
import { objectName, type Manifest } from "../../model/kubernetes/manifest.ts";
import { setOrigin, setRootOrigin, type Origin } from "../../model/origins/origin.ts";
import type { Waiver } from "../../model/kinds/waivers.ts";
import type { RenderedTarget } from "../../model/results/rendered-target.ts";

/** The project's own rules, for tests. */
export const policiesFolder = fileURLToPath(new URL("../../../../policies", import.meta.url));

interface SampleObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly [key: string]: unknown;
}

interface SampleManifest {
  readonly origin?: Origin;
  readonly layer?: Manifest["layer"];
}

/** Builds a manifest for tests. Every value is at line 7 of its template, or at `origin`. */
export function sampleManifest(
  object: SampleObject,
  { origin, layer = "application" }: SampleManifest = {},
): Manifest {
  const parts = object.apiVersion.split("/");
  const template = {
    file: "artefacts/applications/shop/templates/web.yaml.hbs",
    line: 7,
    column: 3,
  };
  return {
    id: {
      group: parts.length > 1 ? (parts[0] ?? "") : "",
      version: parts.at(-1) ?? "",
      kind: object.kind,
      namespace: object.metadata.namespace ?? "",
      name: object.metadata.name,
    },
    object,
    layer,
    at: template,
    sourceAt: () => ({ template, ...(origin ? { origin } : {}) }),
  };
}

/** Builds an environment `production` on one target, with these manifests and waivers. */
export function sampleEstate(
  manifests: readonly Manifest[],
  waivers: readonly Partial<Waiver>[] = [],
): { desiredState: DesiredState; targets: RenderedTarget[] } {
  const file = "environments/production/waivers.yaml";
  const value = { waivers: waivers.map((waiver) => ({ ...sampleWaiver, ...waiver })) };
  setRootOrigin(value, { place: { file, line: 1, column: 1 } });
  for (const [index, waiver] of value.waivers.entries()) {
    setRootOrigin(waiver, { place: { file, line: 10 * (index + 1), column: 5 } });
    setOrigin(waiver, "expires", { place: { file, line: 10 * (index + 1) + 6, column: 14 } });
  }
  const environment = { tier: "production", residency: ["europe"], owners: ["@example/shop"] };
  const desiredState = {
    providers: [],
    targets: [],
    applications: [],
    environments: [
      {
        name: "production",
        file: "environments/production/environment.yaml",
        value: environment,
        systems: [],
        waivers: { name: "waivers", file, value },
      },
    ],
    templates: [],
    kubernetesSchemas: [],
    addonSchemas: [],
  } as unknown as DesiredState;
  const sorted = [...manifests].sort((left, right) =>
    objectName(left.id) < objectName(right.id) ? -1 : 1,
  );
  const result = {
    environment: "production",
    target: "aws-frankfurt",
    provider: "aws",
    kubernetes: { version: "1.36" },
    systems: [],
    manifests: sorted,
  };
  return { desiredState, targets: [result] };
}

const sampleWaiver: Waiver = {
  rule: "SEC-001",
  reason: "The vendor needs it until the next release.",
  owner: "@example/shop",
  ticket: "SHOP-1",
  created: "2026-11-01",
  expires: "2027-01-31",
};
