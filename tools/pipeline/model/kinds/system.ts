import { Type, type Static } from "typebox";
import {
  Cidr,
  closed,
  Day,
  Duration,
  HostName,
  LabelValue,
  kindSchema,
  Money,
  Name,
  nameKey,
  Owner,
  Owners,
  Percent,
  PortNumber,
  Text,
} from "./shared.ts";
import { ComponentSettingsMap } from "./settings.ts";

const RequestRate = Type.Number({ exclusiveMinimum: 0 });

const Patterns = closed({
  "active-active": Type.Optional(
    closed({
      /** Relative shares of the traffic per target. */
      shares: Type.Record(nameKey, Type.Number({ exclusiveMinimum: 0 })),
      survive: Type.Enum(["target", "provider"]),
    }),
  ),
  burst: Type.Optional(
    closed({
      onto: Type.Array(Name, { minItems: 1, uniqueItems: true }),
      when: closed({ requestsPerSecond: RequestRate, for: Duration }),
    }),
  ),
  "disaster-recovery": Type.Optional(
    closed({
      standby: Name,
      /** Components and datasources that lead there after a failover. */
      promotes: Type.Array(Name, { minItems: 1, uniqueItems: true }),
    }),
  ),
  arbitrage: Type.Optional(
    closed({
      among: Type.Array(Name, { minItems: 2, uniqueItems: true }),
      component: Name,
      threshold: Percent,
      cooldown: Duration,
      pricesNotOlderThan: Duration,
    }),
  ),
});

const Consumer = closed({
  name: Name,
  metro: Name,
  requestsPerSecond: closed({ usual: RequestRate, peak: RequestRate }),
  payload: Type.String({ pattern: "^[0-9]+(B|KiB|MiB)$" }),
  latency: closed({ median: Duration }),
});

/** How a system leaves a provider. Exists before it is needed, and ages. */
const ExitPlan = closed({
  /** The target that takes over. */
  to: Name,
  /** The open format that the data leaves in, such as pg_dump. */
  format: Text,
  /** What is done, or where that is written. */
  how: Text,
  owner: Owner,
  /** Day by which the provider shall be left; absent while nobody means to go. */
  planned: Type.Optional(Day),
  /** Day of the last rehearsal; absent while there was none. */
  rehearsed: Type.Optional(Day),
  /** Person-days that it took: what the estimates are held against. */
  took: Type.Optional(Type.Number({ minimum: 0 })),
  /** Where a rehearsal runs by itself, such as the name of a workflow. */
  automatic: Type.Optional(Text),
});

/** One application in one environment: who leads, how the work is shared, for whom, and under which objectives. */
export const SystemSchema = kindSchema("System", {
  application: Name,
  owners: Owners,
  /** How much harm it does when the system's data leaks; on the Namespace, for whoever has to judge it. */
  dataClass: Type.Optional(Type.Enum(["public", "internal", "confidential", "restricted"])),
  /** Who pays, as the accounts name it; on the Namespace, by which tools for costs divide a bill. */
  costCentre: Type.Optional(LabelValue),
  /** The target that leads. A failover is a change of this line. */
  master: Name,
  patterns: Patterns,
  objectives: closed({
    availability: Percent,
    rto: Duration,
    budgetPerMonth: Money,
    /** What data may cost that goes from one provider to another month by month. */
    trafficBudgetPerMonth: Type.Optional(Money),
  }),
  consumers: Type.Array(Consumer, { minItems: 1 }),
  hosts: Type.Record(nameKey, HostName),
  traffic: closed({
    /** Key of `hosts` that consumers call. */
    host: Name,
    routing: Type.Enum(["latency", "weighted", "failover", "geography", "simple"]),
    ttl: Duration,
    /** Provider whose DNS holds the records. */
    dns: Name,
  }),
  /** Networks of what stands outside the estate, per external of the application. */
  externals: Type.Optional(
    Type.Record(
      nameKey,
      closed({
        networks: Type.Array(Cidr, { minItems: 1 }),
        ports: Type.Optional(Type.Array(PortNumber, { minItems: 1 })),
        why: Text,
      }),
    ),
  ),
  /** Plans to leave, by provider. */
  exits: Type.Optional(Type.Record(nameKey, ExitPlan)),
  /** A layer for all targets of this system. */
  components: Type.Optional(ComponentSettingsMap),
});

export type System = Static<typeof SystemSchema>;
