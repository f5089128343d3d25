import type { Manifest } from "../../model/kubernetes/manifest.ts";
import { isRecord } from "../../model/values/json-record.ts";
import { at, atPath, isSet, items, textValue, type Cursor } from "../cursor.ts";
import { selectorMatches } from "../../model/kubernetes/label-selector.ts";
import { podTemplatePath } from "../../model/kubernetes/pod-template-path.ts";
import { typeOf } from "./target-objects.ts";

/** Pods that a manifest creates. */
export interface TargetPod {
  readonly manifest: Manifest;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, unknown>>;
  /** The pod's spec in the manifest; absent for pods that an operator builds. */
  readonly spec?: Cursor;
  /** Names of container ports; absent if an operator chooses them. */
  readonly portNames?: ReadonlySet<string>;
  /** Label keys whose values an operator chooses. */
  readonly openLabels?: RegExp;
}

/** Returns all pods of a target, including those of operators as far as their labels are known. */
export function targetPods(manifests: readonly Manifest[]): TargetPod[] {
  return manifests.flatMap((manifest) => {
    const path = podTemplatePath(manifest.id);
    if (!path) return podsOfOperator(manifest);
    const template = atPath({ value: manifest.object }, path);
    return manifest.incomplete
      ? [incompletePod(manifest, template)]
      : podOfTemplate(manifest, template);
  });
}

/** Reports whether a selector, in the form of Kubernetes with matchLabels, selects the pod. */
export function selectsPod(selector: unknown, pod: TargetPod): boolean {
  if (selectorMatches(selector, pod.labels)) return true;
  const open = pod.openLabels;
  if (open === undefined || !isRecord(selector)) return false;
  const matchLabels = isRecord(selector["matchLabels"]) ? selector["matchLabels"] : {};
  const assumedLabels = Object.fromEntries(
    Object.entries(matchLabels).filter(([key]) => open.test(key)),
  );
  return selectorMatches(selector, { ...assumedLabels, ...pod.labels });
}

// Unevaluated labels or ports may match any selector.
function incompletePod(manifest: Manifest, template: Cursor): TargetPod {
  const labels = at(template, "metadata", "labels").value;
  const spec = at(template, "spec");
  return {
    manifest,
    namespace: manifest.id.namespace,
    labels: isRecord(labels) ? labels : {},
    openLabels: /^/,
    ...(isSet(spec) && { spec }),
  };
}

function podOfTemplate(manifest: Manifest, template: Cursor): TargetPod[] {
  const spec = at(template, "spec");
  if (!isSet(spec)) return [];
  const labels = at(template, "metadata", "labels").value;
  const containers = [...items(at(spec, "containers")), ...items(at(spec, "initContainers"))];
  const ports = containers.flatMap((container) => items(at(container, "ports")));
  return [
    {
      manifest,
      namespace: manifest.id.namespace,
      labels: isRecord(labels) ? labels : {},
      spec,
      portNames: new Set(ports.flatMap((port) => textValue(at(port, "name")) ?? [])),
    },
  ];
}

const operatorLabels: Readonly<Record<string, (name: string) => Record<string, string>>> = {
  "postgresql.cnpg.io/Cluster": (name) => ({
    "cnpg.io/cluster": name,
    "cnpg.io/podRole": "instance",
  }),
  "postgresql.cnpg.io/Pooler": (name) => ({
    "cnpg.io/poolerName": name,
    "cnpg.io/podRole": "pooler",
  }),
  "monitoring.coreos.com/Prometheus": (name) => ({ "app.kubernetes.io/instance": name }),
  "monitoring.coreos.com/PrometheusAgent": (name) => ({ "app.kubernetes.io/instance": name }),
};

function podsOfOperator(manifest: Manifest): TargetPod[] {
  const { id, object } = manifest;
  const own = operatorLabels[typeOf(manifest)]?.(id.name);
  if (own === undefined) return [];
  const inherited = at({ value: object }, "spec", "inheritedMetadata", "labels").value;
  const labels = { ...(isRecord(inherited) ? inherited : {}), ...own };
  return [
    {
      manifest,
      namespace: id.namespace,
      labels,
      openLabels: /^(cnpg\.io\/|role$|app\.kubernetes\.io\/|operator\.prometheus\.io\/)/,
    },
  ];
}
