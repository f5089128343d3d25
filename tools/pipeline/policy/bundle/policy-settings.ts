import { Type, type Static } from "typebox";
import type { Place } from "../../model/origins/place.ts";

const Action = Type.Enum(["deny", "warn", "inform", "off"]);
const Actions = Type.Object(
  {
    critical: Type.Optional(Action),
    high: Type.Optional(Action),
    medium: Type.Optional(Action),
    low: Type.Optional(Action),
  },
  { additionalProperties: false },
);

/** One file of policies/settings: actions and parameters, for everything or for the subject of `applies`. */
export const PolicySettingsSchema = Type.Object(
  {
    apiVersion: Type.Literal("altostrata.dev/v1alpha1"),
    kind: Type.Literal("PolicySettings"),
    /** Applies to everything if absent. A family is weaker than a tier, a tier weaker than an environment. */
    applies: Type.Optional(
      Type.Object(
        {
          family: Type.Optional(Type.Enum(["security", "lock-in", "topology", "meta"])),
          tier: Type.Optional(Type.Enum(["development", "staging", "production"])),
          environment: Type.Optional(Type.String({ minLength: 1 })),
        },
        { additionalProperties: false, minProperties: 1 },
      ),
    ),
    /** The action for findings of each severity. */
    actions: Type.Optional(Actions),
    rules: Type.Optional(
      Type.Record(
        Type.String({ pattern: "^(SEC|LCK|TOP|MET)-[0-9]{3}$" }),
        Type.Object(
          {
            action: Type.Optional(Action),
            parameters: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
          },
          { additionalProperties: false },
        ),
      ),
    ),
  },
  {
    additionalProperties: false,
    $id: "https://altostrata.dev/schemas/policysettings.json",
    title: "PolicySettings",
  },
);

export type PolicySettings = Static<typeof PolicySettingsSchema>;
export type SettingsAction = Static<typeof Action>;

/** One layer of settings and its file. Layers are sorted weakest first. */
export interface SettingsLayer {
  readonly file: string;
  readonly settings: PolicySettings;
  readonly placeAt: (path: readonly (string | number)[]) => Place;
}
