import { Type, type Static } from "typebox";
import { Cidr, closed, Day, kindSchema, nameKey, Percent, Text } from "./shared.ts";

const StringMap = Type.Record(Type.String(), Type.String());

const Capabilities = closed({
  "block-storage": Type.Optional(
    closed({ class: Text, expandable: Type.Optional(Type.Boolean()) }),
  ),
  "shared-storage": Type.Optional(closed({ class: Text })),
  gateway: Type.Optional(
    closed({
      class: Text,
      /** Namespace whose pods forward the requests, for gateways that run in the target. */
      controllerNamespace: Type.Optional(Text),
      /** Ranges that the requests come from, for gateways of the provider outside the target. */
      sourceRanges: Type.Optional(Type.Array(Cidr, { uniqueItems: true })),
      features: Type.Optional(Type.Array(Text, { uniqueItems: true })),
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
  "secret-store": Type.Optional(
    closed({
      kind: Type.Enum(["SecretStore", "ClusterSecretStore"]),
      name: Text,
      /** What stands between the parts of a secret's path in stores whose names have no slash; "/" by default. */
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
  metrics: Type.Optional(closed({ namespace: Text, remoteWrite: Type.Boolean() })),
});

/** What a provider offers and how it gives it. Facts, never wishes. */
export const ProviderSchema = kindSchema("Provider", {
  title: Text,
  distribution: Text,
  capabilities: Capabilities,
  lockIn: Type.Array(
    closed({
      surface: Text,
      tier: Type.Integer({ minimum: 0, maximum: 4 }),
      why: Text,
      exit: Text,
    }),
  ),
  serviceLevels: Type.Array(
    closed({ service: Text, availability: Percent, source: Text, date: Day }),
  ),
  /** JSON Schema (2020-12) that `<target>.outputs.json` of this provider's targets must satisfy. */
  infrastructure: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
});

export type Provider = Static<typeof ProviderSchema>;
export type CapabilityName = keyof Provider["capabilities"];
