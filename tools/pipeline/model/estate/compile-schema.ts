import { Ajv2020 } from "ajv/dist/2020.js";
import type { ValidateFunction } from "ajv";

/** A compiled JSON Schema of the estate, or its error. */
export type CompiledSchema =
  | { readonly validate: ValidateFunction; readonly problem?: undefined }
  | { readonly validate?: undefined; readonly problem: string };

// Cached because several steps use the same schemas, and compiling takes as long as ten thousand validations.
const known = new WeakMap<object, CompiledSchema>();
const knownProperties = new WeakMap<object, CompiledSchema>();

/** Compiles a JSON Schema of the estate (2020-12, all errors), once per object; returns the error if it is invalid. */
export function compileSchema(schema: object): CompiledSchema {
  return remembered(known, schema, () => compile(schema));
}

/** Compiles a schema for an object with these properties, all optional. */
export function compileProperties(properties: object): CompiledSchema {
  return remembered(knownProperties, properties, () => compile({ type: "object", properties }));
}

/** Compiles one of our own definitions; a test proves that they are valid. */
export function validatorFor(definition: object): ValidateFunction {
  const { validate, problem } = compileSchema(definition);
  if (!validate) throw new Error(`npm run generate wrote an unsound definition: ${problem}`);
  return validate;
}

function remembered(
  memory: WeakMap<object, CompiledSchema>,
  key: object,
  make: () => CompiledSchema,
): CompiledSchema {
  const found = memory.get(key) ?? make();
  memory.set(key, found);
  return found;
}

// Meta-schemas take longer to compile than all schemas of an estate. What they would refuse does not compile anyway, so
// they are only used to word a problem.
const swift = new Ajv2020({
  strict: true,
  allErrors: true,
  meta: false,
  validateSchema: false,
  code: { optimize: false },
});
let thorough: Ajv2020 | undefined;

function compile(schema: object): CompiledSchema {
  const compiled = compileWith(swift, schema);
  if (compiled.validate) return compiled;
  thorough ??= new Ajv2020({ strict: true, allErrors: true });
  const { problem = compiled.problem } = compileWith(thorough, schema);
  return { problem };
}

function compileWith(ajv: Ajv2020, schema: object): CompiledSchema {
  try {
    return { validate: ajv.compile(schema) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  } finally {
    // Two schemas of an estate may have the same `$id`.
    ajv.removeSchema(schema);
  }
}
