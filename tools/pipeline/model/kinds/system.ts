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
      /** Relative traffic shares per target. */
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

/** How a system leaves a provider. Written before it is needed; it ages. */
const ExitPlan = closed({
  /** The target that takes over. */
  to: Name,
  /** The open export format of the data, such as pg_dump. */
  format: Text,
  /** The steps, or where they are written. */
  how: Text,
  owner: Owner,
  /** Planned day of leaving the provider; absent if there is none. */
  planned: Type.Optional(Day),
  /** Day of the last rehearsal; absent if there was none. */
  rehearsed: Type.Optional(Day),
  /** Person-days of the rehearsal, for comparison with the estimates. */
  took: Type.Optional(Type.Number({ minimum: 0 })),
  /** What rehearses automatically, such as the name of a workflow. */
  automatic: Type.Optional(Text),
});

/** One application in one environment: its leading target, patterns, consumers and objectives. */
export const SystemSchema = kindSchema("System", {
  application: Name,
  owners: Owners,
  /** How sensitive the system's data is; a label on the Namespace. */
  dataClass: Type.Optional(Type.Enum(["public", "internal", "confidential", "restricted"])),
  /** Who pays; a label on the Namespace for cost tools. */
  costCentre: Type.Optional(LabelValue),
  /** The target that leads. A failover changes this line. */
  master: Name,
  patterns: Patterns,
  objectives: closed({
    availability: Percent,
    rto: Duration,
    budgetPerMonth: Money,
    /** Monthly limit for data transfer between providers. */
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
  /** Networks outside the estate, per external of the application. */
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
  /** Exit plans by provider. */
  exits: Type.Optional(Type.Record(nameKey, ExitPlan)),
  /** A layer for all targets of this system. */
  components: Type.Optional(ComponentSettingsMap),
});

export type System = Static<typeof SystemSchema>;
