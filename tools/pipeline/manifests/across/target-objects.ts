import type { Manifest } from "../../model/kubernetes/manifest.ts";
import type { KnownObject } from "./known-objects.ts";
import { producedObjects, type Keys } from "./produced-objects.ts";

/** All objects that will exist on a target, by kind, namespace and name. */
export interface TargetObjects {
  /** Returns the keys of an object; undefined if there is no such object. */
  readonly find: (reference: ObjectReference) => Keys | undefined;
  /** Returns the rendered manifest of an object, if it has one. */
  readonly manifest: (reference: ObjectReference) => Manifest | undefined;
  /** Reports whether a missing object of the kind can be detected. */
  readonly isTold: (type: string, namespace: string) => boolean;
}

interface ObjectReference {
  /** `group/kind`. */
  readonly type: string;
  readonly namespace: string;
  readonly name: string;
}

/** Cluster-scoped kinds of which the target has more objects than are rendered. */
const clusterScopedTypes: ReadonlySet<string> = new Set([
  "storage.k8s.io/StorageClass",
  "gateway.networking.k8s.io/GatewayClass",
  "networking.k8s.io/IngressClass",
  "scheduling.k8s.io/PriorityClass",
  "cert-manager.io/ClusterIssuer",
  "external-secrets.io/ClusterSecretStore",
  "keda.sh/ClusterTriggerAuthentication",
  "rbac.authorization.k8s.io/ClusterRole",
]);

/** Indexes manifests, the objects their controllers create, and the known objects of the target. */
export function targetObjects(
  manifests: readonly Manifest[],
  known: readonly KnownObject[],
): TargetObjects {
  const found = new Map<string, Keys>(builtInObjects.map((reference) => [keyOf(reference), "any"]));
  const rendered = new Map<string, Manifest>();
  const namespaces = new Set<string>();
  const definedClusterTypes = new Set<string>();
  for (const manifest of manifests) {
    const { namespace } = manifest.id;
    namespaces.add(namespace);
    if (manifest.id.kind === "Namespace") namespaces.add(manifest.id.name);
    for (const { type, name, keys } of producedObjects(manifest)) {
      const key = keyOf({ type, namespace, name });
      found.set(key, mergeKeys(found.get(key), keys));
      if (namespace === "") definedClusterTypes.add(type);
    }
    rendered.set(keyOf({ ...manifest.id, type: typeOf(manifest) }), manifest);
  }
  for (const { group, kind, namespace, name } of known) {
    const type = `${group}/${kind}`;
    found.set(keyOf({ type, namespace, name }), "any");
    definedClusterTypes.add(type);
  }
  return {
    find: (reference) =>
      found.get(keyOf(withScope(reference))) ?? found.get(keyOf({ ...reference, namespace: "*" })),
    manifest: (reference) => rendered.get(keyOf(withScope(reference))),
    isTold: (type, namespace) =>
      clusterScopedTypes.has(type) ? definedClusterTypes.has(type) : namespaces.has(namespace),
  };
}

/** Returns `group/kind` of a manifest. */
export function typeOf({ id }: Manifest): string {
  return `${id.group}/${id.kind}`;
}

// Kubernetes creates these in every namespace, or ships with them.
const builtInObjects: readonly ObjectReference[] = [
  { type: "/ServiceAccount", namespace: "*", name: "default" },
  { type: "/ConfigMap", namespace: "*", name: "kube-root-ca.crt" },
  { type: "scheduling.k8s.io/PriorityClass", namespace: "", name: "system-cluster-critical" },
  { type: "scheduling.k8s.io/PriorityClass", namespace: "", name: "system-node-critical" },
];

function withScope(reference: ObjectReference): ObjectReference {
  return clusterScopedTypes.has(reference.type) ? { ...reference, namespace: "" } : reference;
}

function keyOf({ type, namespace, name }: ObjectReference): string {
  return `${type} ${namespace} ${name}`;
}

// Two producers may fill one Secret.
function mergeKeys(first: Keys | undefined, second: Keys): Keys {
  if (first === undefined) return second;
  return first === "any" || second === "any" ? "any" : new Set([...first, ...second]);
}
