import { Type, type Static } from "typebox";
import {
  closed,
  Day,
  Duration,
  kindSchema,
  Name,
  nameKey,
  Owner,
  Quantity,
  Text,
} from "./shared.ts";

const Replication = Type.Union([
  closed({ kind: Type.Literal("single") }),
  closed({
    kind: Type.Literal("primary-replica"),
    /** `master` follows the system's master. */
    primary: Name,
    /** Instances of the replica per target. */
    replicas: Type.Record(nameKey, Type.Integer({ minimum: 1, maximum: 9 })),
  }),
]);

const Datasource = closed({
  engine: closed({
    kind: Type.Literal("postgresql"),
    version: Type.Integer({ minimum: 14, maximum: 18 }),
    via: Type.Enum(["cloudnative-pg", "managed"]),
  }),
  databases: Type.Array(Type.String({ pattern: "^[a-z][a-z0-9_]{0,62}$" }), {
    minItems: 1,
    uniqueItems: true,
  }),
  /** Instances of the primary on its target. */
  instances: Type.Integer({ minimum: 1, maximum: 9 }),
  resources: closed({ cpu: Quantity, memory: Quantity }),
  storage: closed({ size: Quantity }),
  /** Daily growth of its log: the amount sent to replicas and the archive. */
  changesPerDay: Type.Optional(Quantity),
  replication: Replication,
  rpo: closed({ "loss-of-target": Duration, corruption: Duration }),
  /** A target of another provider whose object storage holds the archive and base backups. */
  backup: closed({
    to: Name,
    every: Duration,
    keep: Duration,
    /** Day of the last verified restore from it; absent if there was none. */
    restored: Type.Optional(Day),
  }),
  /** How to leave a managed service. */
  exit: Type.Optional(
    closed({
      /** The open format, such as pg_dump. */
      export: Text,
      to: Text,
      /** Interval of the automatic export; absent if someone must start it. */
      every: Type.Optional(Duration),
      rehearsed: Day,
      owner: Owner,
    }),
  ),
});

/** The databases of a system. */
export const DatasourcesSchema = kindSchema("Datasources", {
  datasources: Type.Record(nameKey, Datasource),
});

export type Datasources = Static<typeof DatasourcesSchema>;
export type Datasource = Datasources["datasources"][string];
