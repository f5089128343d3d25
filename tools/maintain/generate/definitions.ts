import { Type } from "typebox";
import { ComparisonSchema } from "../../pipeline/model/comparison/comparison.ts";
import { kindSchemas } from "../../pipeline/model/kinds/kinds.ts";
import { PolicyDigestsSchema } from "../../pipeline/policy/bundle/policy-digests.ts";
import { PolicySettingsSchema } from "../../pipeline/policy/bundle/policy-settings.ts";
import { RuleMetadataSchema } from "../../pipeline/policy/bundle/rule-metadata.ts";
import { closeMaps, type JsonSchema } from "../../pipeline/schema/json-schema.ts";

/** The definition of each kind of YAML file, as JSON Schema with closed maps. */
export const kindDefinitions: Readonly<Record<string, JsonSchema>> = Object.fromEntries(
  Object.entries({ ...kindSchemas, policySettings: PolicySettingsSchema }).map(([kind, schema]) => [
    kind,
    closeMaps(schema as unknown as JsonSchema),
  ]),
);

/** Every definition that a run checks files by. */
export const checkedDefinitions: Readonly<Record<string, JsonSchema>> = {
  ...kindDefinitions,
  comparison: ComparisonSchema as unknown as JsonSchema,
  policyDigests: PolicyDigestsSchema as unknown as JsonSchema,
  policyRules: Type.Array(RuleMetadataSchema, { minItems: 1 }) as unknown as JsonSchema,
};
