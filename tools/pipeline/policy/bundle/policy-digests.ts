import { Type, type Static } from "typebox";

const Digest = Type.String({ pattern: "^[0-9a-f]{64}$" });

/** Content of `digests.json`. `sources` covers everything the bundle was built from, to tell a stale bundle without opa. */
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
