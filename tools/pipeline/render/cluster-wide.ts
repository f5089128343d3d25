import type { ObjectId } from "../model/manifest.ts";

/** Kinds that stand beside all namespaces. Without the target's schemas at hand, those that systems bring along. */
const kinds: ReadonlySet<string> = new Set([
  "APIService",
  "ClusterIssuer",
  "ClusterRole",
  "ClusterRoleBinding",
  "ClusterSecretStore",
  "CSIDriver",
  "CustomResourceDefinition",
  "GatewayClass",
  "IngressClass",
  "MutatingWebhookConfiguration",
  "Namespace",
  "Node",
  "PersistentVolume",
  "PriorityClass",
  "RuntimeClass",
  "StorageClass",
  "ValidatingAdmissionPolicy",
  "ValidatingAdmissionPolicyBinding",
  "ValidatingWebhookConfiguration",
  "VolumeSnapshotClass",
]);

/** Whether an object has no namespace. */
export function isClusterWide({ kind }: ObjectId): boolean {
  return kinds.has(kind);
}
