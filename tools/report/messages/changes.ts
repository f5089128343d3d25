import type { ChangeClass, Reason, Reversibility, TopologyChange } from "@altostrata/pipeline";

/** What each class of change means for whoever reads it, in a few words. */
export const classWords: Readonly<Record<ChangeClass, string>> = {
  "data-loss": "may lose data",
  recreation: "recreates an object",
  stop: "stops pods for good",
  privilege: "changes rights",
  exposure: "changes what is reachable from outside",
  secret: "reads another secret",
  "cross-cloud-flow": "changes a flow between clouds",
  network: "changes the network inside",
  image: "changes an image",
  restart: "restarts pods",
  scale: "changes size",
  configuration: "changes configuration",
  cosmetic: "changes nothing that runs",
};

/** How a change is taken back. */
export const reversibilityWords: Readonly<Record<Reversibility, string>> = {
  "one-way": "not possible by a revert",
  "data-step": "revert, and a step with the data",
  drain: "revert, which moves traffic or pods again",
  free: "revert",
};

/** Why a change has its class, as a full sentence; `{path}` is the field. */
export const reasonWords: Readonly<Record<Reason["code"], string>> = {
  "deletes-data": "The object that holds the data goes, and the data with it.",
  "shrinks-storage":
    "{path} gets smaller: storage cannot shrink, so the server refuses it or the data must move.",
  "grows-storage": "{path} gets larger, and storage cannot be made smaller again.",
  "shortens-backups":
    "{path} gets shorter: backups that are older are deleted at the next clean-up.",
  "ends-backups": "No more backups are made by this object.",
  "deletes-namespace": "Everything in the namespace goes with it.",
  "deletes-definition": "Every object of the kind goes with its definition.",
  "immutable-field": "{path} cannot be changed in place: the object is deleted and made anew.",
  "immutable-volumes":
    "{path} cannot be changed in place: the object is deleted and made anew, and the volumes that are there stay as they are.",
  "moves-primary": "Another copy of the database leads; what was not replicated yet is lost.",
  "grants-rights": "Rights in the Kubernetes API change.",
  "changes-identity": "The identity that its pods have in the cloud or the cluster changes.",
  "reads-another-secret":
    "{path} names another entry of the secret store: it must be there before the merge.",
  "loosens-security": "{path} gives pods more rights than they had.",
  "changes-security": "The security settings of pods change at {path}.",
  "opens-to-outside": "{path} changes who can reach it from outside.",
  "opens-to-everywhere": "{path} lets pods send to any address.",
  "ends-network-limit": "{path}: the rule no longer limits this direction of the traffic.",
  "changes-route": "{path} changes where traffic goes.",
  "changes-dns": "Answers of DNS change.",
  "changes-dns-lifetime": "{path} changes how long answers of DNS are kept.",
  "changes-outside-flow":
    "{path} changes what may pass between this target and networks outside of it.",
  "changes-network-rule": "{path} changes what may pass inside the target.",
  "changes-image": "{path} runs another image.",
  "changes-database-version":
    "The database is upgraded to another major version, which only goes forward.",
  "restarts-pods":
    "Its pods are replaced one after the other, for {path} is part of their template.",
  "restarts-database": "The database restarts, with a short switch of its primary.",
  "changes-replicas": "{path} changes how many replicas run or may run.",
  "changes-resources": "{path} changes what pods ask for or may use.",
  "adds-workload": "Pods are started that did not run before.",
  "removes-workload": "Its pods stop.",
  "changes-behaviour": "{path} changes how it behaves.",
  "renames-object": "The object gets another name: a new one is made and the old one is pruned.",
  "changes-metadata": "Only labels or annotations change.",
  "same-meaning": "Only the spelling or the order changes.",
};

/** The figures of the lock-in score; what rests on an estimate says so. */
export const lockInWords = {
  catalogue: "catalogue (figures of different ones are not comparable)",
  portability: "portability proven",
  readiness: "exit readiness",
  "data-exit": "longest data exit (estimate)",
  switching: "switching cost (estimate)",
  exposure: "exposure (estimate)",
} as const;

/** A change of topology in words; `{target}`, `{subject}`, `{base}` and `{head}` come from it. */
export const topologyWords: Readonly<Record<TopologyChange["what"], string>> = {
  "system-added": "the system is new",
  "system-removed": "the system goes",
  "master-moved": "master: {base} -> {head}",
  "worker-added": "new target {target} ({head})",
  "worker-removed": "target {target} leaves ({base})",
  "part-changed": "{target}: {base} -> {head}",
  "weight-changed": "{target}: gets {head} of the answers of DNS, was {base}",
  "share-changed": "{target}: planned for {head} of the traffic, was {base}",
  "declared-changed": "{subject}: {base} -> {head}",
  "tier-changed": "judged as {head}, was {base}",
  "addon-changed": "{target}: add-on {subject} {base} -> {head}",
  "kubernetes-changed": "{target}: Kubernetes {base} -> {head}",
  "component-placed": "{target}: runs {subject} ({head})",
  "component-withdrawn": "{target}: no longer runs {subject} (was {base})",
  "replicas-changed": "{target}: replicas of {subject} {base} -> {head}",
  "engine-changed": "{target}: database {subject} {base} -> {head}",
  "instances-changed": "{target}: instances of database {subject} {base} -> {head}",
  "primary-moved": "{target}: holds the primary of database {subject}",
  "replica-added": "{target}: holds a copy of database {subject}",
  "replica-removed": "{target}: no longer holds a copy of database {subject}",
  "backup-moved": "backups of {subject}: {base} -> {head}",
  "host-added": "host {subject} is new: {head}",
  "host-removed": "host {subject} goes: nothing answers {base} any more",
  "host-changed": "host {subject}: {base} -> {head}; nothing answers the old name any more",
  "routing-changed": "routing: {base} -> {head}",
  "flow-opened": "new flow {base} -> {head}: {subject}",
  "flow-closed": "flow ends {base} -> {head}: {subject}",
  "flow-moved": "flow from {target} goes elsewhere, {base} -> {head}: {subject}",
};
