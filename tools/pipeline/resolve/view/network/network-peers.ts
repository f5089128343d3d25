export type Peer = Readonly<Record<string, unknown>>;

/** Peers for whole address ranges. */
export function ranges(cidrs: readonly string[]): readonly Peer[] {
  return cidrs.map((cidr) => ({ ipBlock: { cidr } }));
}

/** A peer for every pod of one namespace. */
export function inNamespace(namespace: string): Peer {
  return { namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": namespace } } };
}

/** A peer for the pods of the same namespace with these labels. */
export function withLabels(labels: Readonly<Record<string, string>>): Peer {
  return { podSelector: { matchLabels: { ...labels } } };
}
