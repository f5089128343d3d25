import type { ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import { kindSchemas, type YamlKind } from "../model/kinds.ts";
import { closeMaps, type JsonSchema } from "./json-schema.ts";

export interface KindValidator {
  readonly schema: JsonSchema;
  readonly validate: ValidateFunction;
}

// Our own schemas are checked by a test, not at each start: that saves compiling the meta-schemas.
const ajv = new Ajv2020({
  strict: true,
  allErrors: true,
  meta: false,
  validateSchema: false,
  code: { optimize: false },
});
const validators = new Map<YamlKind, KindValidator>();

/** The check of one kind of file, compiled when the first such file comes. */
export function validatorOf(kind: YamlKind): KindValidator {
  const known = validators.get(kind);
  if (known) return known;
  const schema = closeMaps(kindSchemas[kind] as unknown as JsonSchema);
  const validator = { schema, validate: ajv.compile(schema) };
  validators.set(kind, validator);
  return validator;
}
