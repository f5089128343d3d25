import { Type } from "typebox";
import { ComparisonSchema } from "../../pipeline/model/comparison/comparison.ts";
import { kindSchemas } from "../../pipeline/model/kinds/kinds.ts";
import { PolicyDigestsSchema } from "../../pipeline/policy/bundle/policy-digests.ts";
import { PolicySettingsSchema } from "../../pipeline/policy/bundle/policy-settings.ts";
import { RuleMetadataSchema } from "../../pipeline/policy/bundle/rule-metadata.ts";
import { closeMaps, type JsonSchema } from "../../pipeline/schema/json-schema.ts";

/** The JSON Schema of each kind of YAML file, with closed maps. */
export const kindDefinitions: Readonly<Record<string, JsonSchema>> = Object.fromEntries(
  Object.entries({ ...kindSchemas, policySettings: PolicySettingsSchema }).map(([kind, schema]) => [
    kind,
    closeMaps(asJsonSchema(schema)),
  ]),
);

/** The same, plus the files that `npm run policies:build` writes. */
export const fileDefinitions: Readonly<Record<string, JsonSchema>> = {
  ...kindDefinitions,
  policyDigests: asJsonSchema(PolicyDigestsSchema),
  policyRules: asJsonSchema(Type.Array(RuleMetadataSchema, { minItems: 1 })),
};

/** The JSON Schema of `report.json`. */
export const reportDefinition: JsonSchema = {
  title: "report.json: what really changes between two states of an estate, without secrets",
  ...asJsonSchema(ComparisonSchema),
};

function asJsonSchema(schema: object): JsonSchema {
  return schema as JsonSchema;
}
