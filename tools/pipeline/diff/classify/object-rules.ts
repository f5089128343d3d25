import type { ChangeClass, Reversibility } from "../../model/comparison/change-classes.ts";
import type { Reason } from "../../model/comparison/comparison.ts";
import { isRecord, type JsonRecord } from "../../model/values/json-record.ts";
import type { Manifest } from "../../model/kubernetes/manifest.ts";
import { mentionsKey } from "./mentions-key.ts";

/** The meaning of adding or removing a whole object. */
interface ObjectRule {
  readonly kinds: readonly string[];
  readonly when?: (object: JsonRecord) => boolean;
  readonly added?: Meaning;
  readonly removed?: Meaning;
}

interface Meaning {
  readonly class: ChangeClass;
  readonly code: Reason["code"];
  readonly reversibility?: Reversibility;
}

const gone = { class: "data-loss", code: "deletes-data", reversibility: "one-way" } as const;
const rights = { class: "privilege", code: "grants-rights" } as const;
const route = { class: "exposure", code: "changes-route" } as const;
const dns = { class: "exposure", code: "changes-dns" } as const;
const open = { class: "exposure", code: "opens-to-outside" } as const;
const networkRule = { class: "network", code: "changes-network-rule" } as const;
const scaling = { class: "scale", code: "changes-replicas" } as const;
const resources = { class: "scale", code: "changes-resources" } as const;

/**
 * The first rule with a matching kind and condition applies. Kinds of other clouds' database and bucket operators are
 * listed too.
 */
const objectRules: readonly ObjectRule[] = [
  {
    kinds: ["Namespace"],
    removed: { class: "data-loss", code: "deletes-namespace", reversibility: "one-way" },
  },
  {
    kinds: ["CustomResourceDefinition"],
    removed: { class: "data-loss", code: "deletes-definition", reversibility: "one-way" },
  },
  { kinds: ["PersistentVolumeClaim", "PersistentVolume", "Cluster"], removed: gone },
  {
    kinds: [
      "Bucket",
      "StorageBucket",
      "StorageAccount",
      "DBInstance",
      "DBCluster",
      "SQLInstance",
      "FlexibleServer",
    ],
    removed: gone,
  },
  // Removing a Database object keeps its database unless the object says otherwise.
  { kinds: ["Database"], when: deletesDatabase, removed: gone },
  {
    kinds: ["ScheduledBackup", "ObjectStore"],
    removed: { class: "data-loss", code: "ends-backups" },
  },
  {
    kinds: ["Role", "ClusterRole", "RoleBinding", "ClusterRoleBinding"],
    added: rights,
    removed: rights,
  },
  {
    kinds: ["ServiceAccount"],
    when: hasAnnotations,
    added: { class: "privilege", code: "changes-identity" },
    removed: { class: "privilege", code: "changes-identity" },
  },
  { kinds: ["Service"], when: isOutward, added: open, removed: route },
  { kinds: ["Gateway", "Ingress"], added: open, removed: route },
  { kinds: ["HTTPRoute", "GRPCRoute", "TLSRoute", "TCPRoute"], added: route, removed: route },
  { kinds: ["DNSEndpoint", "DNSRecordSet", "RecordSet"], added: dns, removed: dns },
  {
    kinds: ["NetworkPolicy"],
    when: isAboutRanges,
    added: { class: "cross-cloud-flow", code: "changes-outside-flow" },
    removed: { class: "cross-cloud-flow", code: "changes-outside-flow" },
  },
  { kinds: ["NetworkPolicy", "Service"], added: networkRule, removed: networkRule },
  {
    kinds: ["Deployment", "StatefulSet", "DaemonSet", "CronJob", "Job", "Cluster"],
    added: { class: "scale", code: "adds-workload" },
    removed: { class: "stop", code: "removes-workload", reversibility: "drain" },
  },
  {
    kinds: ["HorizontalPodAutoscaler", "ScaledObject", "PodDisruptionBudget"],
    added: scaling,
    removed: scaling,
  },
  { kinds: ["ResourceQuota", "LimitRange"], added: resources, removed: resources },
];

/** Returns the meaning of adding or removing an object; a configuration change if no rule matches. */
export function objectMeaning(manifest: Manifest, change: "added" | "removed"): Meaning {
  const rule = objectRules.find(
    ({ kinds, when, [change]: meaning }) =>
      meaning && kinds.includes(manifest.id.kind) && (when?.(manifest.object) ?? true),
  );
  return rule?.[change] ?? { class: "configuration", code: "changes-behaviour" };
}

function deletesDatabase(object: JsonRecord): boolean {
  return isRecord(object["spec"]) && object["spec"]["databaseReclaimPolicy"] === "delete";
}

function hasAnnotations(object: JsonRecord): boolean {
  return isRecord(object["metadata"]) && isRecord(object["metadata"]["annotations"]);
}

function isOutward(object: JsonRecord): boolean {
  return (
    isRecord(object["spec"]) &&
    ["LoadBalancer", "NodePort"].includes(String(object["spec"]["type"]))
  );
}

function isAboutRanges(object: JsonRecord): boolean {
  return mentionsKey(object, "ipBlock");
}
