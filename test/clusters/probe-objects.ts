import type { ManifestObject } from "@altostrata/maintain/servers/apply-manifest.ts";

export interface Probe {
  readonly namespace: string;
  readonly name: string;
  readonly image: string;
  /** Port of the node that leads to the probe. */
  readonly nodePort?: number;
}

/** A namespace that admits only pods of the restricted level. */
export function probeNamespace(name: string): ManifestObject {
  const labels = { "pod-security.kubernetes.io/enforce": "restricted" };
  return { apiVersion: "v1", kind: "Namespace", metadata: { name, labels } };
}

/** A pod that answers HTTP with its own name, and the Service in front of it. */
export function probe({ namespace, name, image, nodePort }: Probe): ManifestObject[] {
  const labels = { app: name };
  const metadata = { name, namespace, labels };
  return [
    {
      apiVersion: "v1",
      kind: "Service",
      metadata,
      spec: {
        ...(nodePort === undefined ? {} : { type: "NodePort" }),
        selector: labels,
        ports: [{ name: "http", port: 8080, ...(nodePort === undefined ? {} : { nodePort }) }],
      },
    },
    {
      apiVersion: "apps/v1",
      kind: "Deployment",
      metadata,
      spec: {
        selector: { matchLabels: labels },
        template: { metadata: { labels }, spec: podSpec(name, image) },
      },
    },
  ];
}

/** A policy that blocks everything in a namespace but name lookups. */
export function denyAll(namespace: string): ManifestObject {
  return policy(namespace, "deny-all", {
    podSelector: {},
    policyTypes: ["Ingress", "Egress"],
    egress: [{ ports: [{ protocol: "UDP", port: 53 }] }],
  });
}

/** Policies that open the way from one probe to another. */
export function allowFrom(namespace: string, client: string, server: string): ManifestObject[] {
  const ports = [{ protocol: "TCP", port: 8080 }];
  const pods = (name: string) => ({ podSelector: { matchLabels: { app: name } } });
  return [
    policy(namespace, "out", {
      ...pods(client),
      policyTypes: ["Egress"],
      egress: [{ to: [pods(server)], ports }],
    }),
    policy(namespace, "in", {
      ...pods(server),
      policyTypes: ["Ingress"],
      ingress: [{ from: [pods(client)], ports }],
    }),
  ];
}

function policy(namespace: string, name: string, spec: object): ManifestObject {
  return {
    apiVersion: "networking.k8s.io/v1",
    kind: "NetworkPolicy",
    metadata: { name, namespace },
    spec,
  };
}

function podSpec(name: string, image: string): object {
  return {
    automountServiceAccountToken: false,
    terminationGracePeriodSeconds: 1,
    securityContext: {
      runAsNonRoot: true,
      runAsUser: 10001,
      seccompProfile: { type: "RuntimeDefault" },
    },
    containers: [
      {
        name,
        image,
        env: [{ name: "NAME", value: name }],
        ports: [{ name: "http", containerPort: 8080 }],
        readinessProbe: { httpGet: { path: "/", port: "http" }, periodSeconds: 1 },
        securityContext: {
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ["ALL"] },
        },
      },
    ],
  };
}
