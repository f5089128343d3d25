import { Type, type Static } from "typebox";
import {
  Cidr,
  closed,
  Day,
  Duration,
  kindSchema,
  KubernetesMinor,
  Money,
  Name,
  nameKey,
  Owner,
  Percent,
  Text,
} from "./shared.ts";

const StringMap = Type.Record(Type.String(), Type.String());

const Capabilities = closed({
  "block-storage": Type.Optional(closed({ class: Text })),
  "shared-storage": Type.Optional(closed({ class: Text })),
  gateway: Type.Optional(
    closed({
      class: Text,
      /** Namespace of the gateway's pods, for gateways that run in the target. */
      controllerNamespace: Type.Optional(Text),
      /** Source ranges of requests, for gateways of the provider outside the target. */
      sourceRanges: Type.Optional(Type.Array(Cidr, { uniqueItems: true })),
    }),
  ),
  "load-balancer": Type.Optional(
    closed({
      class: Type.Optional(Text),
      annotations: Type.Optional(
        closed({ internal: Type.Optional(StringMap), external: Type.Optional(StringMap) }),
      ),
    }),
  ),
  dns: Type.Optional(
    closed({
      service: Text,
      routing: Type.Array(Type.Enum(["latency", "weighted", "failover", "geography", "simple"]), {
        uniqueItems: true,
      }),
    }),
  ),
  certificates: Type.Optional(
    closed({ issuerKind: Type.Enum(["Issuer", "ClusterIssuer"]), public: Text, private: Text }),
  ),
  "workload-identity": Type.Optional(closed({ mechanism: Text })),
  "image-pull": Type.Optional(
    closed({
      /** Registries that the nodes log in to by themselves; `*.` matches every name below a domain. */
      nodes: Type.Array(Text, { minItems: 1, uniqueItems: true }),
    }),
  ),
  "secret-store": Type.Optional(
    closed({
      kind: Type.Enum(["SecretStore", "ClusterSecretStore"]),
      name: Text,
      /** Separator of path segments in stores whose names have no slash; "/" by default. */
      separator: Type.Optional(Type.Enum(["/", "-"])),
    }),
  ),
  postgresql: Type.Optional(
    closed({
      via: Type.Array(Type.Enum(["cloudnative-pg", "managed"]), { minItems: 1, uniqueItems: true }),
    }),
  ),
  "object-storage": Type.Optional(closed({ protocol: Type.Enum(["s3", "azure-blob", "gcs"]) })),
  "node-classes": Type.Optional(
    Type.Record(
      nameKey,
      closed({
        nodeSelector: StringMap,
        tolerations: Type.Optional(Type.Array(Type.Record(Type.String(), Type.Unknown()))),
      }),
    ),
  ),
  metrics: Type.Optional(closed({ namespace: Text })),
});

const PersonDays = closed(
  { least: Type.Number({ minimum: 0 }), most: Type.Number({ minimum: 0 }) },
  "person-days",
);

/** How to detect that a component uses a surface; any of these is enough. */
const Traces = closed({
  /** API groups of manifests, including their subdomains. */
  groups: Type.Optional(Type.Array(Text, { minItems: 1 })),
  /** Keys anywhere in a manifest (annotations, labels, selectors); a trailing `/` or `-` makes a prefix. */
  keys: Type.Optional(Type.Array(Text, { minItems: 1 })),
  /** Values by their key; a trailing `/` or `-` makes a prefix. */
  fields: Type.Optional(Type.Record(Type.String(), Type.Array(Text, { minItems: 1 }))),
  /** What the desired state requires of the provider. */
  uses: Type.Optional(
    Type.Array(Type.Enum(["backup", "managed-database", "dns", "placement"]), { minItems: 1 }),
  ),
});

/** A feature of one provider that creates lock-in, and how to replace it. */
const Surface = closed({
  surface: Text,
  facet: Type.Optional(
    Type.Enum([
      "runtime",
      "data",
      "network",
      "identity",
      "keys",
      "messaging",
      "observability",
      "operations",
      "commercial",
    ]),
  ),
  tier: Type.Integer({ minimum: 0, maximum: 4 }),
  why: Text,
  exit: Text,
  /** Work to replace it in one component; derived from the tier if absent. */
  effort: Type.Optional(PersonDays),
  alternatives: Type.Optional(Type.Array(Text, { minItems: 1, uniqueItems: true })),
  found: Type.Optional(Traces),
});

/** The cost of leaving the provider: estimates of their owner, each with a date. */
const Leaving = closed({
  /** Version of the surfaces and these figures; scores of different versions are not compared. */
  catalogue: Type.Integer({ minimum: 1 }),
  dayRate: Money,
  /** Work per binding if the component is already proven at another provider. */
  redeploy: PersonDays,
  /** Usable outbound bandwidth in Mbit/s. */
  bandwidth: Type.Number({ exclusiveMinimum: 0 }),
  /** Time limit for moving all data out. */
  window: Duration,
  /** Cost limit for moving all data out; not evaluated if absent. */
  budget: Type.Optional(Money),
  likelihood: closed({ least: Percent, most: Percent, why: Text }, "of having to leave, per year"),
  owner: Owner,
  date: Day,
});

/** Payments due until a day whether used or not: reserved capacity, a lease, a minimum spend. */
const Commitment = closed({ what: Text, ends: Day, perMonth: Type.Optional(Money), owner: Owner });

/** What a provider offers and how. Facts only, no desired state. */
export const ProviderSchema = kindSchema("Provider", {
  title: Text,
  distribution: Text,
  capabilities: Capabilities,
  lockIn: Type.Array(Surface),
  leaving: Type.Optional(Leaving),
  /** End dates of free fixes for the distribution's minor versions. */
  kubernetesSupport: Type.Optional(
    Type.Array(closed({ version: KubernetesMinor, until: Day, source: Text, date: Day })),
  ),
  /** The provider whose data centres this one uses; an outage there affects both. */
  runsOn: Type.Optional(Name),
  commitments: Type.Optional(Type.Array(Commitment, { minItems: 1 })),
  serviceLevels: Type.Array(
    closed({ service: Text, availability: Percent, source: Text, date: Day }),
  ),
  /** JSON Schema (2020-12) that `<target>.outputs.json` of this provider's targets must satisfy. */
  infrastructure: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
});

export type Provider = Static<typeof ProviderSchema>;
export type CapabilityName = keyof Provider["capabilities"];
