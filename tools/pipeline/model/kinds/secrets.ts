import { Type, type Static } from "typebox";
import { closed, Duration, kindSchema, nameKey } from "./shared.ts";

const Secret = closed({
  /** Path in the target's secret store. */
  path: Type.String({ pattern: "^[a-z0-9][a-z0-9/_-]*$" }),
  /** `all`: the same value on every target; `target`: one value per target, at `<path>/<target>`. */
  sameOn: Type.Enum(["all", "target"]),
  rotate: Duration,
  onChange: Type.Enum(["restart", "reload"]),
});

/** The secrets of a system by name; their values exist only in each target's secret store. */
export const SecretsSchema = kindSchema("Secrets", { secrets: Type.Record(nameKey, Secret) });

export type Secrets = Static<typeof SecretsSchema>;
