import type { ChangeClass, Reason, Reversibility, TopologyChange } from "@altostrata/pipeline";

/** The effect of each class of change, in a few words. */
export const classMessages: Readonly<Record<ChangeClass, string>> = {
  "data-loss": "may lose data",
  recreation: "recreates an object",
  stop: "stops pods permanently",
  privilege: "changes privileges",
  exposure: "changes external exposure",
  secret: "reads another secret",
  "cross-cloud-flow": "changes a flow between clouds",
  network: "changes the internal network",
  image: "changes an image",
  restart: "restarts pods",
  scale: "changes scale",
  configuration: "changes configuration",
  cosmetic: "no effect on running workloads",
};

/** How to undo a change. */
export const reversibilityMessages: Readonly<Record<Reversibility, string>> = {
  "one-way": "not possible with a revert",
  "data-step": "revert, then migrate the data",
  drain: "revert, which moves traffic or pods again",
  free: "revert",
};

/** Why a change has its class, as a full sentence; `{path}` is the field. */
export const reasonMessages: Readonly<Record<Reason["code"], string>> = {
  "deletes-data": "The object that holds the data is deleted, and the data with it.",
  "shrinks-storage":
    "{path} shrinks: storage cannot shrink, so the server rejects the change or the data must move.",
  "grows-storage": "{path} grows, and storage cannot shrink again.",
  "shortens-backups": "{path} is shorter: the next clean-up deletes older backups.",
  "ends-backups": "This object makes no more backups.",
  "deletes-namespace": "Everything in the namespace is deleted.",
  "deletes-definition": "Every object of the kind is deleted with its definition.",
  "immutable-field": "{path} is immutable: the object is deleted and recreated.",
  "immutable-volumes":
    "{path} is immutable: the object is deleted and recreated, and existing volumes keep their settings.",
  "moves-primary": "The primary of the database moves; data not yet replicated is lost.",
  "grants-rights": "Permissions in the Kubernetes API change.",
  "changes-identity": "The identity of its pods in the cloud or the cluster changes.",
  "reads-another-secret":
    "{path} references another entry of the secret store: it must exist before the merge.",
  "loosens-security": "{path} gives pods more privileges.",
  "changes-security": "The security settings of pods change at {path}.",
  "opens-to-outside": "{path} changes who can reach it from outside.",
  "opens-to-everywhere": "{path} allows pods to send to any address.",
  "ends-network-limit": "{path}: the rule no longer restricts this traffic direction.",
  "changes-route": "{path} changes where traffic is routed.",
  "changes-dns": "DNS responses change.",
  "changes-dns-lifetime": "{path} changes how long DNS responses are cached.",
  "changes-outside-flow":
    "{path} changes allowed traffic between this target and external networks.",
  "changes-network-rule": "{path} changes allowed traffic inside the target.",
  "changes-image": "{path} runs another image.",
  "changes-database-version":
    "The database is upgraded to another major version, which cannot be downgraded.",
  "restarts-pods": "A rolling update replaces its pods: {path} is part of their template.",
  "restarts-database": "The database restarts, with a short switchover of its primary.",
  "changes-replicas": "{path} changes the number of replicas or its limits.",
  "changes-resources": "{path} changes resource requests or limits of pods.",
  "adds-workload": "New pods start.",
  "removes-workload": "Its pods stop.",
  "changes-behaviour": "{path} changes its behaviour.",
  "renames-object": "The object is renamed: a new object is created and the old one is pruned.",
  "changes-metadata": "Only labels or annotations change.",
  "same-meaning": "Only spelling or order changes.",
};

/** The figures of the lock-in score, with a mark on estimates. */
export const lockInMessages = {
  catalogue: "catalogue (figures of different catalogues are not comparable)",
  portability: "portability proven",
  readiness: "exit readiness",
  "data-exit": "longest data exit (estimate)",
  switching: "switching cost (estimate)",
  exposure: "exposure (estimate)",
} as const;

/** Changes of topology; `{target}`, `{subject}`, `{base}` and `{head}` are their fields. */
export const topologyMessages: Readonly<Record<TopologyChange["what"], string>> = {
  "system-added": "system added",
  "system-removed": "system removed",
  "master-moved": "master: {base} -> {head}",
  "worker-added": "target {target} added ({head})",
  "worker-removed": "target {target} removed ({base})",
  "part-changed": "{target}: {base} -> {head}",
  "weight-changed": "{target}: receives {head} of DNS queries (was {base})",
  "share-changed": "{target}: planned share of traffic {head} (was {base})",
  "declared-changed": "{subject}: {base} -> {head}",
  "tier-changed": "rules of tier {head} apply (was {base})",
  "addon-changed": "{target}: add-on {subject} {base} -> {head}",
  "kubernetes-changed": "{target}: Kubernetes {base} -> {head}",
  "component-placed": "{target}: now runs {subject} ({head})",
  "component-withdrawn": "{target}: no longer runs {subject} (was {base})",
  "replicas-changed": "{target}: replicas of {subject} {base} -> {head}",
  "engine-changed": "{target}: database {subject} {base} -> {head}",
  "instances-changed": "{target}: instances of database {subject} {base} -> {head}",
  "primary-moved": "{target}: becomes the primary of database {subject}",
  "replica-added": "{target}: now replicates database {subject}",
  "replica-removed": "{target}: no longer replicates database {subject}",
  "backup-moved": "backups of {subject}: {base} -> {head}",
  "host-added": "host {subject} added: {head}",
  "host-removed": "host {subject} removed: {base} no longer resolves",
  "host-changed": "host {subject}: {base} -> {head}; the old name no longer resolves",
  "routing-changed": "routing: {base} -> {head}",
  "flow-opened": "flow {base} -> {head} added: {subject}",
  "flow-closed": "flow {base} -> {head} removed: {subject}",
  "flow-moved": "flow from {target} moved, {base} -> {head}: {subject}",
};
