import { isRecord } from "../../../model/values/json-record.ts";
import type { Manifest } from "../../../model/kubernetes/manifest.ts";
import type { Path } from "../../../model/origins/origin.ts";
import { parseImage } from "./parse-image.ts";
import type { PolicyContainer, PolicyPod, PolicyPull } from "../policy-input.ts";

interface Pods {
  readonly pods: readonly PolicyPod[];
  readonly containers: readonly PolicyContainer[];
}

/**
 * Lists every image that the manifests pull, in their order: by containers, by volumes, and by the pods of operators.
 */
export function imagePulls(
  manifests: readonly Manifest[],
  { pods, containers }: Pods,
): PolicyPull[] {
  const pulls = [
    ...containers.flatMap(ofContainer),
    ...pods.flatMap(ofVolumes),
    ...manifests.flatMap(ofOperator),
  ];
  // The sort is stable: in one manifest, containers come before volumes.
  return pulls.sort((left, right) => left.resource - right.resource);
}

function ofContainer({ resource, path, type, name, image }: PolicyContainer): PolicyPull[] {
  if (!image) return [];
  const title = type === "container" ? `container ${name}` : `${type} container ${name}`;
  return [{ resource, path: [...path, "image"], title, image }];
}

function ofVolumes({ resource, path, spec }: PolicyPod): PolicyPull[] {
  const volumes: unknown = spec["volumes"];
  if (!Array.isArray(volumes)) return [];
  return volumes.flatMap((volume: unknown, index): PolicyPull[] => {
    if (!isRecord(volume) || !isRecord(volume["image"])) return [];
    const image = parseImage(volume["image"]["reference"]);
    const title = `volume ${String(volume["name"])}`;
    const at = [...path, "volumes", index, "image", "reference"];
    return image ? [{ resource, path: at, title, image }] : [];
  });
}

// The paths in operators' objects of images for the pods that they start. `*` is every item of a list.
const operatorPaths: Readonly<Record<string, readonly Path[]>> = {
  "postgresql.cnpg.io/Cluster": [
    ["spec", "imageName"],
    ["spec", "postgresql", "extensions", "*", "image", "reference"],
  ],
  "postgresql.cnpg.io/ClusterImageCatalog": [["spec", "images", "*", "image"]],
  "postgresql.cnpg.io/ImageCatalog": [["spec", "images", "*", "image"]],
  "postgresql.cnpg.io/Pooler": [["spec", "template", "spec", "containers", "*", "image"]],
  "monitoring.coreos.com/Alertmanager": [["spec", "image"]],
  "monitoring.coreos.com/Prometheus": [["spec", "image"]],
  "monitoring.coreos.com/PrometheusAgent": [["spec", "image"]],
  "monitoring.coreos.com/ThanosRuler": [["spec", "image"]],
};

function ofOperator({ id, object }: Manifest, resource: number): PolicyPull[] {
  const kind = `${id.group}/${id.kind}`;
  if (!Object.hasOwn(operatorPaths, kind)) return [];
  return (operatorPaths[kind] ?? []).flatMap((pattern) =>
    valuesAt(object, pattern).flatMap(({ path, value }): PolicyPull[] => {
      const image = parseImage(value);
      const at = ["resources", resource, "object", ...path];
      return image ? [{ resource, path: at, title: `${id.kind} ${id.name}`, image }] : [];
    }),
  );
}

interface Found {
  readonly path: Path;
  readonly value: unknown;
}

function valuesAt(root: unknown, pattern: Path): Found[] {
  return pattern.reduce<Found[]>(
    (found, key) => found.flatMap((one) => (key === "*" ? items(one) : member(one, String(key)))),
    [{ path: [], value: root }],
  );
}

function items({ path, value }: Found): Found[] {
  if (!Array.isArray(value)) return [];
  return value.map((item: unknown, index) => ({ path: [...path, index], value: item }));
}

function member({ path, value }: Found, key: string): Found[] {
  return isRecord(value) ? [{ path: [...path, key], value: value[key] }] : [];
}
