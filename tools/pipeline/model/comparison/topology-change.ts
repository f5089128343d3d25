import { Type } from "typebox";
import { closed } from "../kinds/shared.ts";

/** A topology change in one line; `what` selects its message in the report. */
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

/** One system as a graph: targets are nodes, flows across targets are links. */
export const SystemGraphSchema = closed({
  environment: Type.String(),
  system: Type.String(),
  application: Type.String(),
  /** The tier whose settings apply. */
  tier: Type.Optional(Type.String()),
  /** Facts beyond its manifests that rules check, as text by subject. */
  declared: Type.Optional(Type.Record(Type.String(), Type.String())),
  /** How DNS routes consumers of the traffic's host to a target. */
  routing: Type.String(),
  /** Host names by the system's key. */
  hosts: Type.Record(Type.String(), Type.String()),
  nodes: Type.Array(
    closed({
      target: Type.String(),
      provider: Type.String(),
      region: Type.String(),
      country: Type.String(),
      kubernetes: Type.String(),
      /** Versions of the add-ons on the cluster. */
      addons: Type.Optional(Type.Record(Type.String(), Type.String())),
      /** `master`, or the worker's part: `active`, `burst`, `standby`, `serving`, `draining`. */
      parts: Type.Array(Type.String()),
      /** Percent with one decimal: of DNS responses for weighted routing, else of the planned traffic. */
      weight: Type.Number(),
      components: Type.Array(closed({ name: Type.String(), replicas: Type.String() })),
      datasources: Type.Array(
        closed({
          name: Type.String(),
          role: Type.String(),
          /** The engine, such as `postgresql 16 via cloudnative-pg`. */
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
