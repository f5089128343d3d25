import type { Manifest } from "../../model/kubernetes/manifest.ts";
import type { KnownObject } from "./known-objects.ts";
import { producedObjects, type Keys } from "./produced-objects.ts";

/** Everything that will be on a target, to be asked by kind, namespace and name. */
export interface TargetObjects {
  /** Keys of the object, undefined where there is no such object. */
  readonly find: (wanted: WantedObject) => Keys | undefined;
  /** The manifest of an object, where one was rendered. */
  readonly manifest: (wanted: WantedObject) => Manifest | undefined;
  /** Whether it can be told that an object of the kind is missing there. */
  readonly isTold: (type: string, namespace: string) => boolean;
}

interface WantedObject {
  /** `group/kind`. */
  readonly type: string;
  readonly namespace: string;
  readonly name: string;
}

/** Kinds outside namespaces, of which the target has more than anybody renders. */
const outside: ReadonlySet<string> = new Set([
  "storage.k8s.io/StorageClass",
  "gateway.networking.k8s.io/GatewayClass",
  "networking.k8s.io/IngressClass",
  "scheduling.k8s.io/PriorityClass",
  "cert-manager.io/ClusterIssuer",
  "external-secrets.io/ClusterSecretStore",
  "keda.sh/ClusterTriggerAuthentication",
  "rbac.authorization.k8s.io/ClusterRole",
]);

/** Indexes manifests, what their controllers make of them, and what is known to be on the target. */
export function targetObjects(
  manifests: readonly Manifest[],
  known: readonly KnownObject[],
): TargetObjects {
  const found = new Map<string, Keys>(alwaysThere.map((wanted) => [keyOf(wanted), "any"]));
  const rendered = new Map<string, Manifest>();
  const namespaces = new Set<string>();
  const outsideTypes = new Set<string>();
  for (const manifest of manifests) {
    const { namespace } = manifest.id;
    namespaces.add(namespace);
    if (manifest.id.kind === "Namespace") namespaces.add(manifest.id.name);
    for (const { type, name, keys } of producedObjects(manifest)) {
      const key = keyOf({ type, namespace, name });
      found.set(key, bothKeys(found.get(key), keys));
      if (namespace === "") outsideTypes.add(type);
    }
    rendered.set(keyOf({ ...manifest.id, type: typeOf(manifest) }), manifest);
  }
  for (const { group, kind, namespace, name } of known) {
    const type = `${group}/${kind}`;
    found.set(keyOf({ type, namespace, name }), "any");
    outsideTypes.add(type);
  }
  return {
    find: (wanted) =>
      found.get(keyOf(located(wanted))) ?? found.get(keyOf({ ...wanted, namespace: "*" })),
    manifest: (wanted) => rendered.get(keyOf(located(wanted))),
    isTold: (type, namespace) =>
      outside.has(type) ? outsideTypes.has(type) : namespaces.has(namespace),
  };
}

/** `group/kind` of a manifest. */
export function typeOf({ id }: Manifest): string {
  return `${id.group}/${id.kind}`;
}

// Kubernetes makes these in every namespace, or comes with them.
const alwaysThere: readonly WantedObject[] = [
  { type: "/ServiceAccount", namespace: "*", name: "default" },
  { type: "/ConfigMap", namespace: "*", name: "kube-root-ca.crt" },
  { type: "scheduling.k8s.io/PriorityClass", namespace: "", name: "system-cluster-critical" },
  { type: "scheduling.k8s.io/PriorityClass", namespace: "", name: "system-node-critical" },
];

function located(wanted: WantedObject): WantedObject {
  return outside.has(wanted.type) ? { ...wanted, namespace: "" } : wanted;
}

function keyOf({ type, namespace, name }: WantedObject): string {
  return `${type} ${namespace} ${name}`;
}

// Two may fill one Secret.
function bothKeys(first: Keys | undefined, second: Keys): Keys {
  if (first === undefined) return second;
  return first === "any" || second === "any" ? "any" : new Set([...first, ...second]);
}
