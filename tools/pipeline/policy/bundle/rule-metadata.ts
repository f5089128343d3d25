import { Type, type Static } from "typebox";

const text = Type.String({ minLength: 1 });
const threat = Type.Enum([
  "privilege",
  "isolation",
  "identity",
  "exposure",
  "transit",
  "rest",
  "loss",
  "secrets",
  "supply",
  "availability",
  "governance",
]);
const kindFamily = Type.Enum([
  "workloads",
  "access",
  "network",
  "secrets",
  "data",
  "operations",
  "gitops",
  "cloud",
]);

/** The risk a rule protects against, and a family of kinds from `policies/coverage.yaml`. */
export type Threat = Static<typeof threat>;
export type KindFamily = Static<typeof kindFamily>;

/** The METADATA block of a rule.rego. `policies/bundle/rules.json` contains them all. */
export const RuleMetadataSchema = Type.Object(
  {
    id: Type.String({ pattern: "^(SEC|LCK|TOP|MET)-[0-9]{3}$" }),
    /** Earlier ids of this rule, and ids of rules merged into it. Waivers for them still apply. */
    aliases: Type.Array(Type.String({ pattern: "^(SEC|LCK|TOP|MET)-[0-9]{3}$" }), {
      uniqueItems: true,
    }),
    title: text,
    description: text,
    family: Type.Enum(["security", "lock-in", "topology", "meta"]),
    severity: Type.Enum(["critical", "high", "medium", "low"]),
    /**
     * The scope of one evaluation: a target with all its manifests, an environment with its targets, or the whole
     * estate.
     */
    scope: Type.Enum(["target", "environment", "estate"]),
    /** Published requirements with the same demand, such as "CIS 5.2.2". */
    standards: Type.Array(text, { uniqueItems: true }),
    /** The cells of the coverage matrix that the rule covers. Lock-in has a score instead. */
    covers: Type.Optional(
      Type.Object(
        {
          threats: Type.Array(threat, { minItems: 1, uniqueItems: true }),
          families: Type.Array(kindFamily, { minItems: 1, uniqueItems: true }),
        },
        { additionalProperties: false },
      ),
    ),
    /** Why the rule exists, as Markdown; absent in bundles of earlier commits. */
    rationale: Type.Optional(text),
    remediation: text,
    /** The first version of Altostrata with this rule. */
    since: Type.String({ pattern: "^[0-9]+\\.[0-9]+\\.[0-9]+$" }),
    /**
     * `facts`: accepts values from a provider's or target's folder, since the portable YAML did not choose them.
     * `reasons`: accepts values written by a patch, which has a reason and an expiry date.
     */
    accepts: Type.Optional(Type.Enum(["facts", "reasons"])),
    /** `lowers`: a finding warns instead of denies if its component is proven at another provider in the same run. */
    proof: Type.Optional(Type.Enum(["lowers"])),
    /**
     * For scope `estate`: the kinds (`group/Kind`) that the rule reads, as bundles of earlier commits declare them.
     */
    kinds: Type.Optional(Type.Array(text, { uniqueItems: true })),
    /**
     * For scopes above `target`: the fields of manifests that the rule reads, as dotted paths by kind (`group/Kind`).
     * `*` is every item of a list.
     */
    reads: Type.Optional(Type.Record(text, Type.Array(text, { minItems: 1, uniqueItems: true }))),
    /** The JSON Schema of each parameter; `default` is its value without settings. */
    parameters: Type.Optional(
      Type.Record(
        Type.String({ pattern: "^[a-z][A-Za-z]*$" }),
        Type.Record(Type.String(), Type.Unknown()),
      ),
    ),
    /** The folder in policies/rules, and the line of the METADATA block. */
    folder: text,
    line: Type.Integer({ minimum: 1 }),
  },
  { additionalProperties: false },
);

export type RuleMetadata = Static<typeof RuleMetadataSchema>;
