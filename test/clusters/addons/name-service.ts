import type { ManifestObject } from "@altostrata/maintain/servers/apply-manifest.ts";
import type { CloudPlan } from "../cloud/cloud-plan.ts";

const namespace = "kube-system";
const labels = { "k8s-app": "kube-dns" };

const corefile = `.:53 {
  errors
  health
  ready
  kubernetes cluster.local in-addr.arpa {
    pods insecure
  }
  cache 5
}
`;

/** CoreDNS as clusters have it, with no server outside to ask. */
export function nameService(plan: CloudPlan, image: string): ManifestObject[] {
  const metadata = { name: "coredns", namespace };
  return [
    { apiVersion: "v1", kind: "ServiceAccount", metadata },
    ...permissions(),
    { apiVersion: "v1", kind: "ConfigMap", metadata, data: { Corefile: corefile } },
    deployment(image),
    {
      apiVersion: "v1",
      kind: "Service",
      metadata: { name: "kube-dns", namespace, labels },
      spec: {
        clusterIP: plan.dns,
        selector: labels,
        ports: [
          { name: "dns", port: 53, protocol: "UDP" },
          { name: "dns-tcp", port: 53, protocol: "TCP" },
        ],
      },
    },
  ];
}

function permissions(): ManifestObject[] {
  const metadata = { name: "coredns" };
  const api = "rbac.authorization.k8s.io";
  const verbs = ["list", "watch"];
  return [
    {
      apiVersion: `${api}/v1`,
      kind: "ClusterRole",
      metadata,
      rules: [
        { apiGroups: [""], resources: ["endpoints", "services", "pods", "namespaces"], verbs },
        { apiGroups: ["discovery.k8s.io"], resources: ["endpointslices"], verbs },
      ],
    },
    {
      apiVersion: `${api}/v1`,
      kind: "ClusterRoleBinding",
      metadata,
      roleRef: { apiGroup: api, kind: "ClusterRole", name: "coredns" },
      subjects: [{ kind: "ServiceAccount", name: "coredns", namespace }],
    },
  ];
}

function deployment(image: string): ManifestObject {
  return {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name: "coredns", namespace, labels },
    spec: {
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          serviceAccountName: "coredns",
          dnsPolicy: "Default",
          containers: [
            {
              name: "coredns",
              image,
              args: ["-conf", "/etc/coredns/Corefile"],
              readinessProbe: { httpGet: { path: "/ready", port: 8181 }, periodSeconds: 1 },
              volumeMounts: [{ name: "configuration", mountPath: "/etc/coredns" }],
            },
          ],
          volumes: [{ name: "configuration", configMap: { name: "coredns" } }],
        },
      },
    },
  };
}
