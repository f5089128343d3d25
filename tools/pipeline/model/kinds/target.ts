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

/** One cluster that things can be deployed to: where it stands, what it runs, and its networks. */
export const TargetSchema = kindSchema("Target", {
  /** Who is asked when something changes here. */
  owners: Type.Optional(Owners),
  region: Text,
  metro: Name,
  country: Country,
  continent: Continent,
  kubernetes: closed({ version: KubernetesMinor, next: Type.Optional(KubernetesMinor) }),
  addons: Type.Record(nameKey, Version),
  nodes: closed({
    type: Text,
    /** What one node of this type has. */
    cpu: Type.Optional(Quantity),
    memory: Type.Optional(Quantity),
    max: Type.Integer({ minimum: 1, maximum: 5000 }),
    zones: Type.Array(Text, { minItems: 1, uniqueItems: true }),
  }),
  networks: closed({
    pods: Cidr,
    services: Cidr,
    nodes: Cidr,
    /** Where traffic that leaves the target comes from, as others see it. */
    egress: Type.Array(Cidr, { minItems: 1, uniqueItems: true }),
    /** Where the target's load balancers can be reached. */
    ingress: Type.Array(Cidr, { minItems: 1, uniqueItems: true }),
    /** The Kubernetes API, which operators' pods must reach. */
    kubernetesApi: Type.Array(Cidr, { minItems: 1, uniqueItems: true }),
    /** Where the object storage beside this target answers; needed by every target that keeps backups. */
    objectStorage: Type.Optional(Type.Array(Cidr, { minItems: 1, uniqueItems: true })),
  }),
  /** DNS zone of this target; the addresses of its instances are names below it. */
  domain: HostName,
});

export type Target = Static<typeof TargetSchema>;
