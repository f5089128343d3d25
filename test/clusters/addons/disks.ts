import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { ManifestObject } from "@altostrata/maintain/servers/apply-manifest.ts";
import type { Cloud } from "../cloud/start-cloud.ts";

const count = 4;

/** The storage class `node-disk`, and a few volumes on the node's own disk. */
export function disks({ machine, plan }: Cloud): ManifestObject[] {
  const volumes = Array.from({ length: count }, (_, index) => {
    const name = `disk-${index + 1}`;
    mkdirSync(join(machine.folder, "lib", "disks", name), { recursive: true });
    return volume(name, plan.nodeName);
  });
  const storageClass = {
    apiVersion: "storage.k8s.io/v1",
    kind: "StorageClass",
    metadata: { name: "node-disk" },
    provisioner: "kubernetes.io/no-provisioner",
    volumeBindingMode: "WaitForFirstConsumer",
  };
  return [storageClass, ...volumes];
}

function volume(name: string, node: string): ManifestObject {
  const expression = { key: "kubernetes.io/hostname", operator: "In", values: [node] };
  return {
    apiVersion: "v1",
    kind: "PersistentVolume",
    metadata: { name },
    spec: {
      storageClassName: "node-disk",
      capacity: { storage: "2Gi" },
      accessModes: ["ReadWriteOnce"],
      persistentVolumeReclaimPolicy: "Retain",
      // The folder on the machine, whose /var/lib is its own.
      local: { path: `/var/lib/disks/${name}` },
      nodeAffinity: { required: { nodeSelectorTerms: [{ matchExpressions: [expression] }] } },
    },
  };
}
