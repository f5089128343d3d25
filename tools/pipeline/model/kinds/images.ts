import { Type, type Static } from "typebox";
import { closed, kindSchema, nameKey, Text } from "./shared.ts";

const Image = closed({
  repository: Type.String({
    pattern: "^[a-z0-9]([a-z0-9._-]*[a-z0-9])?(:[0-9]+)?(/[a-z0-9]+([._-]+[a-z0-9]+)*)+$",
  }),
  tag: Type.String({ pattern: "^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$" }),
  /** null until `alto images resolve` asked a registry; never invented. */
  digest: Type.Union([Type.String({ pattern: "^sha256:[0-9a-f]{64}$" }), Type.Null()]),
});

const Host = closed({
  /** The company that runs it; your own company too. */
  company: Text,
  /** Where a mirror run by another company is. */
  mirror: Type.Optional(closed({ company: Text, where: Text })),
});

/** Every container image of the estate once, and who hosts each step from source to target. */
export const ImagesSchema = kindSchema("Images", {
  supply: Type.Optional(closed({ git: Host, pipelines: Host, registry: Host })),
  images: Type.Record(nameKey, Image),
});

export type Images = Static<typeof ImagesSchema>;
