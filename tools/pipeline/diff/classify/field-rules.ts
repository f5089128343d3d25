import type { ClassRule } from "./class-rule.ts";
import {
  grows,
  isAboutRanges,
  isLifetime,
  isMajorUpgrade,
  isNotMetadata,
  isResources,
  isSecurityContext,
  isShorter,
  opensToEverybody,
  shrinks,
} from "./conditions.ts";
import { immutableFields } from "./immutable-fields.ts";
import { isLoosened } from "./is-loosened.ts";

const templated = ["Deployment", "StatefulSet", "DaemonSet"];
const rights = ["Role", "ClusterRole", "RoleBinding", "ClusterRoleBinding"];
const routes = ["HTTPRoute", "GRPCRoute", "TLSRoute", "TCPRoute", "Ingress"];
const scalers = ["HorizontalPodAutoscaler", "ScaledObject", "PodDisruptionBudget"];
const dnsKinds = ["DNSEndpoint", "DNSRecordSet", "RecordSet"];

/** The meaning of differences inside an object. A difference gets the reason of every matching rule. */
export const fieldRules: readonly ClassRule[] = [
  ...immutableFields,
  // Data
  {
    kinds: ["Cluster"],
    path: "spec.storage.size",
    when: shrinks,
    class: "data-loss",
    code: "shrinks-storage",
    reversibility: "one-way",
  },
  {
    kinds: ["Cluster"],
    path: "spec.storage.size",
    when: grows,
    class: "scale",
    code: "grows-storage",
    reversibility: "one-way",
  },
  {
    kinds: ["PersistentVolumeClaim"],
    path: "spec.resources.requests.storage",
    when: shrinks,
    class: "data-loss",
    code: "shrinks-storage",
    reversibility: "one-way",
  },
  {
    kinds: ["PersistentVolumeClaim"],
    path: "spec.resources.requests.storage",
    when: grows,
    class: "scale",
    code: "grows-storage",
    reversibility: "one-way",
  },
  {
    kinds: ["Cluster"],
    path: "spec.replica.**",
    // The name that a copy uses for itself moves nothing.
    when: ({ path }) => path.at(-1) !== "self",
    class: "data-loss",
    code: "moves-primary",
    reversibility: "data-step",
  },
  {
    kinds: ["Cluster"],
    path: "spec.imageName",
    when: isMajorUpgrade,
    class: "recreation",
    code: "changes-database-version",
    reversibility: "one-way",
  },
  {
    kinds: ["Cluster"],
    path: "spec.imageName",
    class: "image",
    code: "changes-image",
    reversibility: "data-step",
  },
  { kinds: ["Cluster"], path: "spec.postgresql.**", class: "restart", code: "restarts-database" },
  { kinds: ["Cluster"], path: "spec.resources.**", class: "restart", code: "restarts-database" },
  { kinds: ["Cluster"], path: "spec.instances", class: "scale", code: "changes-replicas" },
  {
    kinds: ["ObjectStore"],
    path: "spec.retentionPolicy",
    when: isShorter,
    class: "data-loss",
    code: "shortens-backups",
    reversibility: "one-way",
  },
  {
    kinds: ["ScheduledBackup"],
    path: "spec.suspend",
    when: ({ head }) => head === true,
    class: "data-loss",
    code: "ends-backups",
  },
  // Privileges
  { kinds: rights, path: "**", when: isNotMetadata, class: "privilege", code: "grants-rights" },
  {
    kinds: ["ServiceAccount"],
    path: "metadata.annotations.**",
    class: "privilege",
    code: "changes-identity",
  },
  { path: "**", when: isLoosened, class: "privilege", code: "loosens-security" },
  {
    kinds: templated,
    path: "spec.template.spec.serviceAccountName",
    class: "privilege",
    code: "changes-identity",
  },
  {
    kinds: templated,
    path: "**",
    when: isSecurityContext,
    class: "privilege",
    code: "changes-security",
  },
  {
    kinds: ["Namespace"],
    path: "metadata.labels.*",
    when: ({ path }) => path.at(-1) === "pod-security.kubernetes.io/enforce",
    class: "privilege",
    code: "changes-security",
  },
  // The same standard in another Kubernetes version; audit and warn levels refuse nothing.
  {
    kinds: ["Namespace"],
    path: "metadata.labels.*",
    when: ({ path }) => path.at(-1) === "pod-security.kubernetes.io/enforce-version",
    class: "configuration",
    code: "changes-behaviour",
  },
  {
    kinds: ["ExternalSecret"],
    path: "spec.data.*.remoteRef.**",
    class: "secret",
    code: "reads-another-secret",
  },
  {
    kinds: ["ExternalSecret"],
    path: "spec.dataFrom.**",
    class: "secret",
    code: "reads-another-secret",
  },
  // Edge
  { kinds: ["Service"], path: "spec.type", class: "exposure", code: "opens-to-outside" },
  {
    kinds: ["Service"],
    path: "spec.loadBalancerSourceRanges.**",
    class: "exposure",
    code: "opens-to-outside",
  },
  { kinds: ["Service"], path: "spec.ports.**", class: "network", code: "changes-route" },
  { kinds: ["Service"], path: "spec.selector.**", class: "network", code: "changes-route" },
  { kinds: ["Gateway"], path: "spec.**", class: "exposure", code: "opens-to-outside" },
  { kinds: routes, path: "spec.**", class: "exposure", code: "changes-route" },
  {
    kinds: dnsKinds,
    path: "spec.**",
    when: (difference) => !isLifetime(difference),
    class: "exposure",
    code: "changes-dns",
  },
  {
    kinds: dnsKinds,
    path: "spec.**",
    when: isLifetime,
    class: "configuration",
    code: "changes-dns-lifetime",
  },
  // Network
  {
    kinds: ["NetworkPolicy"],
    path: "spec.ingress.**",
    when: opensToEverybody,
    class: "exposure",
    code: "opens-to-outside",
  },
  {
    kinds: ["NetworkPolicy"],
    path: "spec.egress.**",
    when: opensToEverybody,
    class: "privilege",
    code: "opens-to-everywhere",
  },
  {
    kinds: ["NetworkPolicy"],
    path: "spec.policyTypes.*",
    when: ({ change }) => change === "removed",
    class: "privilege",
    code: "ends-network-limit",
  },
  {
    kinds: ["NetworkPolicy"],
    path: "spec.**",
    when: isAboutRanges,
    class: "cross-cloud-flow",
    code: "changes-outside-flow",
  },
  { kinds: ["NetworkPolicy"], path: "spec.**", class: "network", code: "changes-network-rule" },
  // Pods
  {
    kinds: [...templated, "CronJob", "Job"],
    path: "**",
    when: ({ path }) => path.at(-1) === "image",
    class: "image",
    code: "changes-image",
  },
  { kinds: templated, path: "spec.template.**", class: "restart", code: "restarts-pods" },
  { kinds: templated, path: "**", when: isResources, class: "scale", code: "changes-resources" },
  {
    kinds: [...templated, "ReplicaSet"],
    path: "spec.replicas",
    when: ({ head }) => head === 0,
    class: "stop",
    code: "removes-workload",
  },
  {
    kinds: [...templated, "ReplicaSet"],
    path: "spec.replicas",
    class: "scale",
    code: "changes-replicas",
  },
  { kinds: scalers, path: "spec.**", class: "scale", code: "changes-replicas" },
  {
    kinds: ["ResourceQuota", "LimitRange"],
    path: "spec.**",
    class: "scale",
    code: "changes-resources",
  },
];
