import { Type, type Static } from "typebox";

const Digest = Type.String({ pattern: "^[0-9a-f]{64}$" });

/**
 * Content of `digests.json`. `sources` covers every input of the bundle, so a stale bundle is detected without opa.
 */
export const PolicyDigestsSchema = Type.Object(
  {
    format: Type.Literal("altostrata.dev/policy-bundle/v1"),
    opa: Type.String(),
    files: Type.Object(
      { "policy.wasm": Digest, "rules.json": Digest },
      { additionalProperties: false },
    ),
    sources: Digest,
  },
  { additionalProperties: false },
);

export type PolicyDigests = Static<typeof PolicyDigestsSchema>;
