import type { Provider } from "../../model/kinds/provider.ts";

/** An object that exists although no manifest defines it: the provider or an operator creates it. */
export interface KnownObject {
  readonly group: string;
  readonly kind: string;
  /** Empty for cluster-scoped objects. */
  readonly namespace: string;
  readonly name: string;
}

/** The classes, issuers and stores that the provider's capabilities guarantee on each of its targets. */
export function knownObjects({ capabilities }: Provider): KnownObject[] {
  const known: KnownObject[] = [];
  const add = (group: string, kind: string, name: string | undefined): void => {
    if (name !== undefined) known.push({ group, kind, namespace: "", name });
  };
  add("storage.k8s.io", "StorageClass", capabilities["block-storage"]?.class);
  add("storage.k8s.io", "StorageClass", capabilities["shared-storage"]?.class);
  add("gateway.networking.k8s.io", "GatewayClass", capabilities.gateway?.class);
  const { certificates, "secret-store": store } = capabilities;
  if (certificates?.issuerKind === "ClusterIssuer") {
    add("cert-manager.io", "ClusterIssuer", certificates.public);
    add("cert-manager.io", "ClusterIssuer", certificates.private);
  }
  if (store?.kind === "ClusterSecretStore") {
    add("external-secrets.io", "ClusterSecretStore", store.name);
  }
  return known;
}
