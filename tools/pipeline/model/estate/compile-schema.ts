import { Ajv2020 } from "ajv/dist/2020.js";
import type { ValidateFunction } from "ajv";

/** A JSON Schema of the estate made ready, or what is wrong with it. */
export type CompiledSchema =
  | { readonly validate: ValidateFunction; readonly problem?: undefined }
  | { readonly validate?: undefined; readonly problem: string };

// Several steps ask for the same schemas, and making one ready takes as long as using it ten thousand times.
const known = new WeakMap<object, CompiledSchema>();
const knownProperties = new WeakMap<object, CompiledSchema>();

/** The validator of a JSON Schema that stands in the estate (2020-12, all errors), or why it is none; made once per object. */
export function compileSchema(schema: object): CompiledSchema {
  return remembered(known, schema, () => compile(schema));
}

/** The same for an object with these properties, each of them optional. */
export function compileProperties(properties: object): CompiledSchema {
  return remembered(knownProperties, properties, () => compile({ type: "object", properties }));
}

/** The validator of one of our own definitions, which a test proves sound. */
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

// The meta-schemas take longer to compile than all schemas of an estate; what they would refuse does not compile either, and only
// the wording of a problem needs them.
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
    // Two schemas of an estate may bear the same `$id`.
    ajv.removeSchema(schema);
  }
}
