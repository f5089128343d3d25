import type { ManifestObject } from "@altostrata/maintain/servers/apply-manifest.ts";

export interface Operator {
  /** Name of its namespace, account and deployment. */
  readonly name: string;
  readonly image: string;
  readonly args?: readonly string[];
}

/** A controller that may do everything in its cluster; the clusters of tests hold nothing worth protecting. */
export function operator({ name, image, args = [] }: Operator): ManifestObject[] {
  const metadata = { name, namespace: name };
  const labels = { app: name };
  const api = "rbac.authorization.k8s.io";
  return [
    { apiVersion: "v1", kind: "Namespace", metadata: { name } },
    { apiVersion: "v1", kind: "ServiceAccount", metadata },
    {
      apiVersion: `${api}/v1`,
      kind: "ClusterRoleBinding",
      metadata: { name },
      roleRef: { apiGroup: api, kind: "ClusterRole", name: "cluster-admin" },
      subjects: [{ kind: "ServiceAccount", ...metadata }],
    },
    {
      apiVersion: "apps/v1",
      kind: "Deployment",
      metadata,
      spec: {
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: { serviceAccountName: name, containers: [{ name, image, args }] },
        },
      },
    },
  ];
}
