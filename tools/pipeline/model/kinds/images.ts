import { Type, type Static } from "typebox";
import { closed, kindSchema, nameKey } from "./shared.ts";

const Image = closed({
  repository: Type.String({
    pattern: "^[a-z0-9]([a-z0-9._-]*[a-z0-9])?(:[0-9]+)?(/[a-z0-9]+([._-]+[a-z0-9]+)*)+$",
  }),
  tag: Type.String({ pattern: "^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$" }),
  /** null until a registry was asked (`alto images resolve`); never invented. */
  digest: Type.Union([Type.String({ pattern: "^sha256:[0-9a-f]{64}$" }), Type.Null()]),
});

/** Every container image of the estate, once. */
export const ImagesSchema = kindSchema("Images", { images: Type.Record(nameKey, Image) });

export type Images = Static<typeof ImagesSchema>;
