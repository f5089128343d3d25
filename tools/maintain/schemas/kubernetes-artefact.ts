import {
  isMinorReached,
  type ApiLifecycle,
  type GroupVersionKind,
} from "../servers/api-lifecycle.ts";
import type { ApiDescription, ServedKind } from "../servers/describe-api.ts";
import { withoutProse } from "./without-prose.ts";

export interface KubernetesArtefact {
  readonly minor: string;
  readonly version: string;
  readonly api: ApiDescription;
  readonly lifecycles: readonly ApiLifecycle[];
}

const dropped = new Set([
  "default",
  "x-kubernetes-map-type",
  "x-kubernetes-patch-strategy",
  "x-kubernetes-unions",
]);

// The server's decoder accepts more than the published types.
const corrected: Readonly<Record<string, unknown>> = {
  "io.k8s.apimachinery.pkg.api.resource.Quantity": {
    format: "quantity",
    oneOf: [{ type: "string" }, { type: "number" }],
  },
  "io.k8s.apimachinery.pkg.util.intstr.IntOrString": {
    format: "int-or-string",
    oneOf: [{ type: "integer" }, { type: "string" }],
    "x-kubernetes-int-or-string": true,
  },
};

/** The text of `artefacts/kubernetes/<minor>.json`: one definition, kind or removed version per line. */
export function kubernetesArtefact(artefact: KubernetesArtefact): string {
  const kinds = artefact.api.kinds.filter((kind) => definitionOf(artefact.api, kind) !== undefined);
  return [
    `{"kubernetes":${JSON.stringify(artefact.minor)},"version":${JSON.stringify(artefact.version)},"definitions":{`,
    definitionLines(artefact.api, kinds).join(",\n"),
    '},"kinds":[',
    kinds
      .map((kind) => kindLine(artefact, kind))
      .sort()
      .join(",\n"),
    '],"removed":[',
    removedLines(artefact).sort().join(",\n"),
    "]}",
    "",
  ].join("\n");
}

function definitionOf(api: ApiDescription, wanted: GroupVersionKind): string | undefined {
  return api.definitionNames.get(`${wanted.group}/${wanted.version}/${wanted.kind}`);
}

function definitionLines(api: ApiDescription, kinds: readonly ServedKind[]): string[] {
  const reached = new Set<string>();
  for (const kind of kinds) reach(api, definitionOf(api, kind) ?? "", reached);
  return [...reached].sort().map((name) => {
    const definition = corrected[name] ?? withoutProse(api.definitions[name], dropped);
    return `${JSON.stringify(name)}:${JSON.stringify(definition)}`;
  });
}

function reach(api: ApiDescription, name: string, reached: Set<string>): void {
  if (reached.has(name)) return;
  reached.add(name);
  const text = JSON.stringify(api.definitions[name]);
  for (const match of text.matchAll(/"\$ref":"#\/definitions\/([^"]+)"/g))
    reach(api, match[1] ?? "", reached);
}

function kindLine(artefact: KubernetesArtefact, kind: ServedKind): string {
  const lifecycle = artefact.lifecycles.find((candidate) => isSameKind(candidate, kind));
  const isDeprecated =
    lifecycle?.deprecatedIn !== undefined && isMinorReached(lifecycle.deprecatedIn, artefact.minor);
  return JSON.stringify({
    group: kind.group,
    version: kind.version,
    kind: kind.kind,
    plural: kind.plural,
    namespaced: kind.namespaced,
    definition: definitionOf(artefact.api, kind),
    ...(isDeprecated ? { deprecated: lifecycle.deprecatedIn } : {}),
    ...(isDeprecated ? replacementOf(artefact, lifecycle) : {}),
  });
}

// A version counts as removed when its removal is due and the server does not serve it.
function removedLines(artefact: KubernetesArtefact): string[] {
  return artefact.lifecycles
    .filter(({ removedIn }) => removedIn !== undefined && isMinorReached(removedIn, artefact.minor))
    .filter((lifecycle) => !artefact.api.kinds.some((kind) => isSameKind(kind, lifecycle)))
    .map((lifecycle) => {
      const { group, version, kind, removedIn } = lifecycle;
      return JSON.stringify({
        group,
        version,
        kind,
        removedIn,
        ...replacementOf(artefact, lifecycle),
      });
    });
}

// A replacement can be replaced itself; only a served one helps.
function replacementOf(
  artefact: KubernetesArtefact,
  { replacement }: ApiLifecycle,
): { replacement?: GroupVersionKind } {
  if (replacement === undefined) return {};
  // The types of Kubernetes name the list of ingress classes where they mean the class.
  const named = { ...replacement, kind: replacement.kind.replace(/List$/, "") };
  if (artefact.api.kinds.some((kind) => isSameKind(kind, named))) return { replacement: named };
  const next = artefact.lifecycles.find((lifecycle) => isSameKind(lifecycle, named));
  return next === undefined ? {} : replacementOf(artefact, next);
}

function isSameKind(left: GroupVersionKind, right: GroupVersionKind): boolean {
  return left.group === right.group && left.version === right.version && left.kind === right.kind;
}
