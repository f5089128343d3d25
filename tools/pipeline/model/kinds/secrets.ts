import { Type, type Static } from "typebox";
import { closed, Duration, kindSchema, nameKey } from "./shared.ts";

const Secret = closed({
  /** Path in the target's secret store. */
  path: Type.String({ pattern: "^[a-z0-9][a-z0-9/_-]*$" }),
  /** `all`: the same value on every target; `target`: one per target, below `<path>/<target>`. */
  sameOn: Type.Enum(["all", "target"]),
  rotate: Duration,
  onChange: Type.Enum(["restart", "reload"]),
});

/** The secrets of a system by name; values live in each target's secret store only. */
export const SecretsSchema = kindSchema("Secrets", { secrets: Type.Record(nameKey, Secret) });

export type Secrets = Static<typeof SecretsSchema>;
