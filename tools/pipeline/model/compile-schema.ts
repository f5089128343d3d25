import { Ajv2020 } from "ajv/dist/2020.js";
import type { ValidateFunction } from "ajv";

// Schemas are not kept by their `$id`, for two of an estate may bear the same.
const ajv = new Ajv2020({ allErrors: true, strict: false, addUsedSchema: false });

/**
 * The validator of a JSON Schema of the estate (2020-12, all errors); undefined when it does not compile, which the schema
 * step says at the schema's own line.
 */
export function compileSchema(schema: object): ValidateFunction | undefined {
  try {
    return ajv.compile(schema);
  } catch {
    return undefined;
  }
}
