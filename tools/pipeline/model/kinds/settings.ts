import { Type, type Static } from "typebox";
import type { settingNames } from "../estate/setting-names.ts";
import { closed, Day, Owner, Quantity, Text } from "./shared.ts";

export const Replicas = Type.Union(
  [
    Type.Integer({ minimum: 0, maximum: 500 }),
    closed({
      min: Type.Integer({ minimum: 0, maximum: 500 }),
      max: Type.Integer({ minimum: 0, maximum: 500 }),
    }),
  ],
  { description: "a number, or { min, max } for scaling" },
);

export const Resources = closed({
  cpu: Quantity,
  memory: Quantity,
  memoryLimit: Type.Optional(Quantity),
  storage: Type.Optional(Quantity),
});

export const Patch = closed({
  /** `Kind/name` of an object of this component's system. */
  object: Type.String({ pattern: "^[A-Z][A-Za-z]+/[a-z0-9.-]+$" }),
  /** Dotted path with list elements by `name` or position: spec.template.spec.containers.gateway.env */
  path: Text,
  value: Type.Unknown(),
  owner: Owner,
  reason: Text,
  expires: Day,
});

const settings = {
  replicas: Type.Optional(Replicas),
  resources: Type.Optional(Type.Partial(Resources, { additionalProperties: false })),
  nodeClass: Type.Optional(Text),
  patches: Type.Optional(Type.Record(Text, Type.Union([Patch, Type.Null()]))),
} satisfies Record<(typeof settingNames)[number], unknown>;

/**
 * A layer's settings of a component: replicas, resources, node class, patches, and application parameters. Resolve
 * checks parameters against the application's declaration, so this schema is open.
 */
const ComponentSettings = Type.Object(settings, { additionalProperties: true });

/** Settings per component; null removes a component that a weaker layer added. */
export const ComponentSettingsMap = Type.Record(
  Type.String(),
  Type.Union([ComponentSettings, Type.Null()]),
);

type ComponentSettings = Static<typeof ComponentSettings>;
export type Patch = Static<typeof Patch>;
