/** An object that is there without being among the manifests: the provider or an operator makes it. */
export interface KnownObject {
  readonly group: string;
  readonly kind: string;
  /** Empty for objects outside namespaces. */
  readonly namespace: string;
  readonly name: string;
}
