import type { DesiredState } from "../../../pipeline/model/estate/desired-state.ts";
import { compareObjects, type Manifest } from "../../../pipeline/model/kubernetes/manifest.ts";
import type { Path } from "../../../pipeline/model/origins/origin.ts";
import type { RenderedTarget } from "../../../pipeline/model/results/rendered-target.ts";

/** Free YAML of an example. */
export type Content = Readonly<Record<string, any>>; // eslint-disable-line typescript/no-explicit-any -- examples are free YAML

/** Manifests on a target as the rules see them in a run. */
export interface ExampleTarget {
  readonly desiredState: DesiredState;
  readonly result: RenderedTarget;
}

/** The target named `here` with these manifests; `settings` is the header of the example. */
export function targetOf(settings: Content, manifests: readonly Manifest[]): ExampleTarget {
  const {
    environment = {},
    target = {},
    providers = {},
    regions = [],
    targets = {},
    images = [],
    systems = {},
  } = settings;
  const name = environment.name ?? "production";
  const desiredState = {
    providers: Object.entries(providers).map(([provider, capabilities]) =>
      entry(provider, { capabilities, lockIn: [] }),
    ),
    targets: [
      entry("here", target),
      ...regions.map((region: string) => entry(region, { region })),
      ...Object.entries(targets).map(([other, value]) => entry(other, value as object)),
    ],
    applications: [],
    images: entry("images", {
      images: Object.fromEntries(images.map((repository: string) => [repository, { repository }])),
    }),
    environments: [{ ...entry(name, { tier: "production", ...environment }), systems: [] }],
    templates: [],
    kubernetesSchemas: [],
    addonSchemas: [],
  };
  const result = {
    environment: name,
    target: "here",
    provider: target.provider ?? "onprem",
    kubernetes: { version: "1.36" },
    systems: Object.entries(systems).map(([system, view]) => ({
      view: { system: { name: system }, application: { name: system }, ...(view as object) },
      patches: [],
    })),
    manifests: manifests.toSorted((left, right) => compareObjects(left.id, right.id)),
  };
  return {
    desiredState: desiredState as unknown as DesiredState,
    result: result as unknown as RenderedTarget,
  };
}

function entry(name: string, value: object) {
  return { name, file: `${name}.yaml`, value };
}

interface ManifestFacts {
  readonly settings: Content;
  readonly file: string;
  readonly lineAt: (path: Path) => number;
}

/** One manifest of an example, as a run renders it. */
export function manifestOf(object: Content, { settings, file, lineAt }: ManifestFacts): Manifest {
  const parts = String(object["apiVersion"]).split("/");
  const labels: Content = object["metadata"]?.labels ?? {};
  const component = labels["app.kubernetes.io/component"];
  const sourceAt = (path: Path) => ({ template: { file, line: lineAt(path), column: 1 } });
  return {
    id: {
      group: parts.length > 1 ? (parts[0] ?? "") : "",
      version: parts.at(-1) ?? "",
      kind: object["kind"],
      namespace: object["metadata"]?.namespace ?? "",
      name: object["metadata"]?.name ?? "",
    },
    object,
    layer: settings["layer"] ?? "application",
    system: "shop",
    ...(component === undefined ? {} : { component }),
    at: sourceAt([]).template,
    sourceAt,
  };
}
