import type { Manifest } from "../../model/kubernetes/manifest.ts";
import { isRecord } from "../../model/values/json-record.ts";
import { at, atPath, isSet, items, textOf, type Cursor } from "../cursor.ts";
import { selectorMatches } from "../../model/kubernetes/label-selector.ts";
import { podTemplatePath } from "../../model/kubernetes/pod-template-path.ts";
import { typeOf } from "./target-objects.ts";

/** Pods that a manifest brings about. */
export interface TargetPod {
  readonly manifest: Manifest;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, unknown>>;
  /** The pod's spec in the manifest; absent for pods that an operator writes. */
  readonly spec?: Cursor;
  /** Names of its containers' ports; absent where an operator decides. */
  readonly portNames?: ReadonlySet<string>;
  /** Keys of labels that an operator sets as it likes. */
  readonly openLabels?: RegExp;
}

/** All pods of a target, those of operators included as far as their labels are known. */
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

/** Whether a selector, in Kubernetes' form with matchLabels, selects the pod. */
export function selectsPod(selector: unknown, pod: TargetPod): boolean {
  if (selectorMatches(selector, pod.labels)) return true;
  const open = pod.openLabels;
  if (open === undefined || !isRecord(selector)) return false;
  const wanted = isRecord(selector["matchLabels"]) ? selector["matchLabels"] : {};
  const set = Object.fromEntries(Object.entries(wanted).filter(([key]) => open.test(key)));
  return selectorMatches(selector, { ...set, ...pod.labels });
}

// Its labels and ports may be among what could not be evaluated: it may be what any selector means.
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
      portNames: new Set(ports.flatMap((port) => textOf(at(port, "name")) ?? [])),
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
