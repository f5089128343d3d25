import { Type, type Static } from "typebox";
import {
  Cidr,
  closed,
  Continent,
  Country,
  HostName,
  kindSchema,
  KubernetesMinor,
  Name,
  nameKey,
  Owners,
  Quantity,
  Text,
  Version,
} from "./shared.ts";

/** One cluster: its location, versions and networks. */
export const TargetSchema = kindSchema("Target", {
  /** Who reviews changes here. */
  owners: Type.Optional(Owners),
  region: Text,
  metro: Name,
  country: Country,
  continent: Continent,
  kubernetes: closed({ version: KubernetesMinor, next: Type.Optional(KubernetesMinor) }),
  addons: Type.Record(nameKey, Version),
  nodes: closed({
    type: Text,
    /** Capacity of one node of this type. */
    cpu: Type.Optional(Quantity),
    memory: Type.Optional(Quantity),
    max: Type.Integer({ minimum: 1, maximum: 5000 }),
    zones: Type.Array(Text, { minItems: 1, uniqueItems: true }),
  }),
  networks: closed({
    pods: Cidr,
    services: Cidr,
    nodes: Cidr,
    /** Source addresses of traffic that leaves the target. */
    egress: Type.Array(Cidr, { minItems: 1, uniqueItems: true }),
    /** Addresses of the target's load balancers. */
    ingress: Type.Array(Cidr, { minItems: 1, uniqueItems: true }),
    /** Addresses of the Kubernetes API, which operators' pods must reach. */
    kubernetesApi: Type.Array(Cidr, { minItems: 1, uniqueItems: true }),
    /** Addresses of the object storage beside this target; required for targets that hold backups. */
    objectStorage: Type.Optional(Type.Array(Cidr, { minItems: 1, uniqueItems: true })),
  }),
  /** DNS zone of this target; the addresses of its instances are names below it. */
  domain: HostName,
});

export type Target = Static<typeof TargetSchema>;
