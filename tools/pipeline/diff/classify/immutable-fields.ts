import type { ClassRule } from "./class-rule.ts";

/**
 * Fields that an API server refuses to change, so the object must be deleted and recreated. Source: update validation
 * of Kubernetes 1.35 and 1.36 (`apps`, `batch`, `core`, `rbac`, `storage`, `scheduling`, `node`), proven by
 * test/servers.
 */
const immutable: readonly {
  readonly kinds: readonly string[];
  readonly paths: readonly string[];
}[] = [
  { kinds: ["Deployment", "DaemonSet", "ReplicaSet"], paths: ["spec.selector.**"] },
  {
    kinds: ["StatefulSet"],
    paths: ["spec.selector.**", "spec.serviceName", "spec.podManagementPolicy"],
  },
  { kinds: ["Job"], paths: ["spec.selector.**", "spec.template.**", "spec.completionMode"] },
  { kinds: ["Service"], paths: ["spec.clusterIP", "spec.clusterIPs.**"] },
  {
    kinds: ["PersistentVolumeClaim"],
    paths: [
      "spec.storageClassName",
      "spec.accessModes.**",
      "spec.selector.**",
      "spec.volumeMode",
      "spec.volumeName",
      "spec.dataSource.**",
      "spec.dataSourceRef.**",
    ],
  },
  { kinds: ["RoleBinding", "ClusterRoleBinding"], paths: ["roleRef.**"] },
  {
    kinds: ["StorageClass"],
    paths: ["provisioner", "parameters.**", "reclaimPolicy", "volumeBindingMode"],
  },
  { kinds: ["PriorityClass"], paths: ["value", "preemptionPolicy"] },
  { kinds: ["RuntimeClass"], paths: ["handler"] },
  { kinds: ["IngressClass"], paths: ["spec.controller"] },
  { kinds: ["Secret"], paths: ["type"] },
];

/** One rule per immutable field: the change recreates the object, and its pods restart. */
export const immutableFields: readonly ClassRule[] = [
  ...immutable.flatMap(({ kinds, paths }) => paths.map((path) => recreation(kinds, path))),
  // A StatefulSet never changes its existing volumes; a new template applies to new volumes only.
  {
    ...recreation(["StatefulSet"], "spec.volumeClaimTemplates.**"),
    code: "immutable-volumes",
    reversibility: "data-step",
  },
];

function recreation(kinds: readonly string[], path: string): ClassRule {
  return { kinds, path, class: "recreation", code: "immutable-field", reversibility: "drain" };
}
