import type { Manifest } from "../../../model/kubernetes/manifest.ts";
import { readRecord } from "./read-record.ts";

/** Returns the minimum replicas of an autoscaler, by `Kind/namespace/name` of the workload it scales. */
export function floorsByWorkload(manifests: readonly Manifest[]): ReadonlyMap<string, number> {
  const floors = new Map<string, number>();
  for (const { id, object } of manifests) {
    const spec = readRecord(object, ["spec"]);
    const scaledByKeda = id.group === "keda.sh" && id.kind === "ScaledObject";
    if (!spec || (!scaledByKeda && id.kind !== "HorizontalPodAutoscaler")) continue;
    const target = readRecord(spec, ["scaleTargetRef"]);
    if (typeof target?.["name"] !== "string") continue;
    const kind = typeof target["kind"] === "string" ? target["kind"] : "Deployment";
    const floor = spec[scaledByKeda ? "minReplicaCount" : "minReplicas"];
    floors.set(
      `${kind}/${id.namespace}/${target["name"]}`,
      typeof floor === "number" ? floor : Number(!scaledByKeda),
    );
  }
  return floors;
}
