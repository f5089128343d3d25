import type { Manifest, ObjectId } from "../../../model/kubernetes/manifest.ts";
import type { Path } from "../../../model/origins/origin.ts";
import { podTemplatePath } from "../../../model/kubernetes/pod-template-path.ts";
import { parseQuantity } from "../../../model/kubernetes/quantity.ts";
import { floorsByWorkload } from "./floors-by-workload.ts";
import { readRecord } from "./read-record.ts";
import { isRecord, type JsonRecord } from "../../../model/values/json-record.ts";
import { parseImage } from "./parse-image.ts";
import type { PolicyContainer, PolicyPod } from "../policy-input.ts";
import { podSelectors } from "./pod-selectors.ts";

const containerLists = {
  containers: "container",
  initContainers: "init",
  ephemeralContainers: "ephemeral",
} as const;

/** Lists the pods and all their containers that the manifests start, in the order of the manifests. */
export function normalisePods(manifests: readonly Manifest[]): {
  pods: PolicyPod[];
  containers: PolicyContainer[];
} {
  const selectedBy = podSelectors(manifests);
  const floors = floorsByWorkload(manifests);
  const pods: PolicyPod[] = [];
  const containers: PolicyContainer[] = [];
  for (const [resource, manifest] of manifests.entries()) {
    const templatePath = podTemplatePath(manifest.id) ?? operatorPodPath(manifest.id);
    const template = templatePath && readRecord(manifest.object, templatePath);
    if (!template || !isRecord(template["spec"])) continue;
    const path = ["resources", resource, "object", ...templatePath, "spec"];
    const spec = template["spec"];
    const labels = readRecord(template, ["metadata", "labels"]) ?? {};
    pods.push({
      resource,
      path,
      kind: manifest.id.kind,
      namespace: manifest.id.namespace,
      name: manifest.id.name,
      layer: manifest.layer,
      ...(manifest.system === undefined ? {} : { system: manifest.system }),
      ...(manifest.component === undefined ? {} : { component: manifest.component }),
      replicas:
        floors.get(`${manifest.id.kind}/${manifest.id.namespace}/${manifest.id.name}`) ??
        declaredReplicas(manifest.object),
      labels,
      annotations: readRecord(template, ["metadata", "annotations"]) ?? {},
      spec: withoutContainers(spec),
      selectedBy: selectedBy(manifest.id.namespace, labels),
    });
    containers.push(...containersOf(spec, { resource, pod: pods.length - 1, path }));
  }
  return { pods, containers };
}

// Kinds of add-ons with a complete pod template, which needs the same checks.
const operatorPods: Readonly<Record<string, readonly string[]>> = {
  "/PodTemplate": ["template"],
  "argoproj.io/Rollout": ["spec", "template"],
  "keda.sh/ScaledJob": ["spec", "jobTargetRef", "template"],
};

function operatorPodPath({ group, kind }: ObjectId): readonly string[] | undefined {
  return Object.hasOwn(operatorPods, `${group}/${kind}`)
    ? operatorPods[`${group}/${kind}`]
    : undefined;
}

function declaredReplicas(object: JsonRecord): number {
  const replicas = readRecord(object, ["spec"])?.["replicas"];
  return typeof replicas === "number" ? replicas : 1;
}

function withoutContainers(spec: JsonRecord): JsonRecord {
  return Object.fromEntries(
    Object.entries(spec).filter(([key]) => !Object.hasOwn(containerLists, key)),
  );
}

function containersOf(
  spec: JsonRecord,
  at: { resource: number; pod: number; path: Path },
): PolicyContainer[] {
  return Object.entries(containerLists).flatMap(([list, type]) => {
    const items = spec[list];
    if (!Array.isArray(items)) return [];
    return items.flatMap((item: unknown, index): PolicyContainer[] => {
      if (!isRecord(item)) return [];
      const image = parseImage(item["image"]);
      return [
        {
          resource: at.resource,
          pod: at.pod,
          path: [...at.path, list, index],
          type,
          name: typeof item["name"] === "string" ? item["name"] : String(index),
          spec: item,
          ...(image ? { image } : {}),
          requests: quantities(readRecord(item, ["resources", "requests"])),
          limits: quantities(readRecord(item, ["resources", "limits"])),
        },
      ];
    });
  });
}

function quantities(resources: JsonRecord | undefined): { cpu?: number; memory?: number } {
  const cpu = parseQuantity(resources?.["cpu"]);
  const memory = parseQuantity(resources?.["memory"]);
  return { ...(cpu === undefined ? {} : { cpu }), ...(memory === undefined ? {} : { memory }) };
}
