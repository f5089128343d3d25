import { Type } from "typebox";
import { closed } from "../kinds/shared.ts";

/** A change of who does what where, in one line: `what` has its words in the report. */
export const TopologyChangeSchema = closed({
  environment: Type.String(),
  system: Type.String(),
  what: Type.Enum([
    "system-added",
    "system-removed",
    "master-moved",
    "worker-added",
    "worker-removed",
    "part-changed",
    "weight-changed",
    "share-changed",
    "tier-changed",
    "declared-changed",
    "kubernetes-changed",
    "addon-changed",
    "component-placed",
    "component-withdrawn",
    "replicas-changed",
    "primary-moved",
    "engine-changed",
    "instances-changed",
    "replica-added",
    "replica-removed",
    "backup-moved",
    "host-added",
    "host-removed",
    "host-changed",
    "routing-changed",
    "flow-opened",
    "flow-closed",
    "flow-moved",
  ]),
  target: Type.Optional(Type.String()),
  subject: Type.Optional(Type.String()),
  base: Type.Optional(Type.String()),
  head: Type.Optional(Type.String()),
});

/** One system as a graph, for the view: targets are nodes, flows across targets are links. */
export const SystemGraphSchema = closed({
  environment: Type.String(),
  system: Type.String(),
  application: Type.String(),
  /** By whose rules it is judged. */
  tier: Type.Optional(Type.String()),
  /** What rules hold it to beyond what its manifests say, in words by subject. */
  declared: Type.Optional(Type.Record(Type.String(), Type.String())),
  /** How DNS sends consumers of the traffic's host to a target. */
  routing: Type.String(),
  /** Host names by the system's key for them. */
  hosts: Type.Record(Type.String(), Type.String()),
  nodes: Type.Array(
    closed({
      target: Type.String(),
      provider: Type.String(),
      region: Type.String(),
      country: Type.String(),
      kubernetes: Type.String(),
      /** Versions of what the cluster has installed. */
      addons: Type.Optional(Type.Record(Type.String(), Type.String())),
      /** `master`, or what a worker does: `active`, `burst`, `standby`, `serving`, `draining`. */
      parts: Type.Array(Type.String()),
      /**
       * Percent rounded to one decimal: of the answers of DNS where it answers by weight, else of the traffic that the system is
       * planned for.
       */
      weight: Type.Number(),
      components: Type.Array(closed({ name: Type.String(), replicas: Type.String() })),
      datasources: Type.Array(
        closed({
          name: Type.String(),
          role: Type.String(),
          /** What runs it, such as `postgresql 16 via cloudnative-pg`. */
          engine: Type.Optional(Type.String()),
          instances: Type.Optional(Type.Integer()),
        }),
      ),
    }),
  ),
  links: Type.Array(
    closed({
      from: Type.String(),
      to: Type.String(),
      kind: Type.Enum(["call", "replication", "backup"]),
      label: Type.String(),
    }),
  ),
});
