import { Type, type Static } from "typebox";
import {
  closed,
  Day,
  Duration,
  kindSchema,
  Name,
  nameKey,
  Owners,
  PortNumber,
  Quantity,
  Text,
  Version,
} from "./shared.ts";
import { Replicas, Resources } from "./settings.ts";

const Expression = Type.String({
  pattern: String.raw`^\{\{[^{}]+\}\}$`,
  description: "one expression in double braces",
});

const names = Type.Array(Name, { uniqueItems: true });

const Capacity = Type.Union([
  Type.Literal("unknown"),
  closed({
    requestsPerSecond: Type.Number({ minimum: 0 }),
    at: closed({ cpu: Quantity, memory: Quantity }),
    measured: closed({ on: Day, how: Text }),
    startup: Duration,
  }),
]);

const Port = closed({
  port: PortNumber,
  protocol: Type.Optional(Type.Enum(["TCP", "UDP"])),
  appProtocol: Type.Optional(Text),
});

const Component = closed({
  title: Type.Optional(Text),
  role: Type.Enum(["management", "analytics", "datasource", "runtime"]),
  workload: Type.Enum(["Deployment", "StatefulSet", "DaemonSet"]),
  /** Each replica has its own name and address: one workload and Service per instance, no autoscaling. */
  addressed: Type.Optional(Type.Boolean()),
  /** Labels that select its pods, for vendored manifests; the standard labels by default. */
  selector: Type.Optional(Type.Record(Type.String(), Type.String())),
  images: Type.Record(nameKey, Name),
  ports: Type.Record(nameKey, Port),
  /** Port and path of Prometheus metrics. */
  metrics: Type.Optional(closed({ port: Name, path: Text })),
  /** JSON Schema (2020-12) per parameter that layers may set; `default` is the application's layer. */
  parameters: Type.Optional(
    Type.Record(
      Type.String({ pattern: "^[a-z][A-Za-z0-9-]*$" }),
      Type.Record(Type.String(), Type.Unknown()),
    ),
  ),
  defaults: closed({ replicas: Replicas, resources: Resources }),
  capacity: Capacity,
  /** Components of the master without which it cannot start or cannot serve. */
  needs: Type.Optional(closed({ atStart: Type.Optional(names), atRunTime: Type.Optional(names) })),
  datasources: Type.Optional(names),
  /** Sequential round trips to other components and datasources that one consumer request waits for. */
  callsPerRequest: Type.Optional(Type.Record(nameKey, Type.Number({ minimum: 0 }))),
  secrets: Type.Optional(names),
  capabilities: Type.Optional(Type.Array(Name, { uniqueItems: true })),
  /** Vendored plain manifests in manifests/, and the values to set in them. */
  manifests: Type.Optional(Type.Array(Text, { uniqueItems: true })),
  set: Type.Optional(Type.Array(closed({ object: Text, path: Text, value: Type.Unknown() }))),
  /** What to remove from them after the values are set: always, or if the expression `when` is true. */
  remove: Type.Optional(
    Type.Array(
      closed({
        object: Text,
        path: Text,
        when: Type.Optional(Expression),
      }),
    ),
  ),
});

const Flow = closed({
  /** A component, or an external of the application. */
  from: Name,
  to: Name,
  port: Name,
  /** Which instances of `to`: on the same target, on the master's, or on every target of the system. */
  where: Type.Enum(["same-target", "master", "all-targets"]),
  purpose: Text,
  /** Average bytes that one consumer request sends in this direction. */
  perRequest: Type.Optional(Quantity),
  /** Longest round trip that still works. */
  latency: Type.Optional(Duration),
});

const Route = closed({
  name: Name,
  component: Name,
  port: Name,
  /** Key of the system's `hosts`. */
  host: Name,
  path: Type.Optional(Text),
  /** `terminate`: the gateway ends TLS; `re-encrypt`: it ends TLS and opens a TLS connection to the component. */
  tls: Type.Enum(["terminate", "re-encrypt"]),
  /** Path that returns 200 while the component can serve, for DNS health checks. */
  health: Type.Optional(Text),
});

const External = closed({
  /** Something outside the estate; its networks are in the system's `externals`. */
  purpose: Text,
  ports: Type.Record(nameKey, Port),
});

/** The parts of an application: components, flows, routes, datasources, secrets. */
export const ApplicationSchema = kindSchema("Application", {
  /** Who reviews changes of this application in any environment. */
  owners: Type.Optional(Owners),
  title: Text,
  version: Version,
  components: Type.Record(nameKey, Component),
  flows: Type.Array(Flow),
  routes: Type.Array(Route),
  externals: Type.Optional(Type.Record(nameKey, External)),
  datasources: Type.Optional(
    Type.Record(
      nameKey,
      closed({
        engine: Type.Enum(["postgresql"]),
        databases: Type.Array(Type.String({ pattern: "^[a-z][a-z0-9_]{0,62}$" }), {
          minItems: 1,
          uniqueItems: true,
        }),
      }),
    ),
  ),
  /**
   * The component that answers load queries, and the PromQL query for a component's requests per second across all
   * targets.
   */
  metrics: Type.Optional(
    closed({
      component: Name,
      port: Name,
      requestsPerSecond: Type.Record(nameKey, Text),
      /** Secret with `username`, `password` and `ca.crt` for the autoscaler's login. */
      secret: Type.Optional(Name),
    }),
  ),
  /** Secrets that the components read, with the required keys. */
  secrets: Type.Optional(
    Type.Record(
      nameKey,
      closed({ keys: Type.Array(Text, { minItems: 1, uniqueItems: true }), purpose: Text }),
    ),
  ),
});

export type Application = Static<typeof ApplicationSchema>;
export type ApplicationComponent = Application["components"][string];
export type ApplicationFlow = Application["flows"][number];
