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

/** What a rule protects against, and a family of kinds that `policies/coverage.yaml` lists. */
export type Threat = Static<typeof threat>;
export type KindFamily = Static<typeof kindFamily>;

/** What each rule says of itself in the METADATA block of its rule.rego; `policies/bundle/rules.json` holds all of them. */
export const RuleMetadataSchema = Type.Object(
  {
    id: Type.String({ pattern: "^(SEC|LCK|TOP|MET)-[0-9]{3}$" }),
    /** Ids that this rule had, or that were merged into it: a waiver for one of them still works. */
    aliases: Type.Array(Type.String({ pattern: "^(SEC|LCK|TOP|MET)-[0-9]{3}$" }), {
      uniqueItems: true,
    }),
    title: text,
    description: text,
    family: Type.Enum(["security", "lock-in", "topology", "meta"]),
    severity: Type.Enum(["critical", "high", "medium", "low"]),
    /** What the rule is asked about: each target with all its manifests, each environment over its targets, or everything at once. */
    scope: Type.Enum(["target", "environment", "estate"]),
    /** Published requirements that ask for the same, such as "CIS 5.2.2". */
    standards: Type.Array(text, { uniqueItems: true }),
    /** The cells of the coverage matrix that the rule answers for; lock-in has a score instead. */
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
    /** First version of Altostrata with this rule. */
    since: Type.String({ pattern: "^[0-9]+\\.[0-9]+\\.[0-9]+$" }),
    /**
     * `facts`: no finding on values that a provider's or target's folder gave, since the portable YAML did not choose them.
     * `reasons`: none on values that a patch wrote, which has a reason and an end.
     */
    accepts: Type.Optional(Type.Enum(["facts", "reasons"])),
    /** `lowers`: a finding warns instead of denies when its component is proven at another provider in the same run. */
    proof: Type.Optional(Type.Enum(["lowers"])),
    /** For scope `estate`: kinds (`group/Kind`) of which the rule reads anything, as bundles of earlier commits say it. */
    kinds: Type.Optional(Type.Array(text, { uniqueItems: true })),
    /** Beyond scope `target`: what the rule reads of manifests, as dotted paths by kind (`group/Kind`); `*` is every item of a list. */
    reads: Type.Optional(Type.Record(text, Type.Array(text, { minItems: 1, uniqueItems: true }))),
    /** JSON Schema of each parameter; `default` is its value without settings. */
    parameters: Type.Optional(
      Type.Record(
        Type.String({ pattern: "^[a-z][A-Za-z]*$" }),
        Type.Record(Type.String(), Type.Unknown()),
      ),
    ),
    /** Folder below policies/rules, and the line of the METADATA block. */
    folder: text,
    line: Type.Integer({ minimum: 1 }),
  },
  { additionalProperties: false },
);

export type RuleMetadata = Static<typeof RuleMetadataSchema>;
