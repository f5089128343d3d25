import { Type, type Static } from "typebox";
import { closed, Continent, kindSchema, Name, nameKey, Owners, Tier } from "./shared.ts";
import { ComponentSettingsMap } from "./settings.ts";

/** One desired state with its own life cycle. Folders beside this file hold its systems. */
export const EnvironmentSchema = kindSchema("Environment", {
  tier: Tier,
  owners: Owners,
  /** Data may only be at targets on these continents. */
  residency: Type.Array(Continent, { minItems: 1, uniqueItems: true }),
  /** Prefix of the namespaces of its systems, so that two environments can share a target. */
  namespacePrefix: Type.Optional(Type.String({ pattern: "^[a-z][a-z0-9-]{0,15}-$" })),
  /** Pod Security Standard that the namespaces enforce. */
  podSecurity: Type.Optional(Type.Enum(["baseline", "restricted"])),
  /** This environment is pre-production of that one and may run only on targets that are its workers. */
  preProductionOf: Type.Optional(Name),
  /** A layer for every system of an application in this environment. */
  applications: Type.Optional(Type.Record(nameKey, closed({ components: ComponentSettingsMap }))),
});

export type Environment = Static<typeof EnvironmentSchema>;
