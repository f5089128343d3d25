const prose = new Set(["description", "example", "externalDocs", "title"]);
const schemaByName = new Set(["properties", "patternProperties", "definitions"]);
const listOfSchemas = new Set(["allOf", "anyOf", "oneOf"]);
const schemas = new Set(["items", "additionalProperties", "not"]);

/** A schema without descriptions and with sorted keys. A property named "description" stays. */
export function withoutProse(schema: unknown, drop: ReadonlySet<string> = new Set()): unknown {
  if (!isRecord(schema)) return schema;
  const kept: Record<string, unknown> = {};
  for (const key of Object.keys(schema).sort()) {
    if (prose.has(key) || drop.has(key)) continue;
    kept[key] = child(key, schema[key], drop);
  }
  return kept;
}

function child(key: string, value: unknown, drop: ReadonlySet<string>): unknown {
  if (schemas.has(key)) return withoutProse(value, drop);
  if (listOfSchemas.has(key) && Array.isArray(value))
    return value.map((entry) => withoutProse(entry, drop));
  if (schemaByName.has(key) && isRecord(value)) {
    const named = Object.keys(value).sort();
    return Object.fromEntries(named.map((name) => [name, withoutProse(value[name], drop)]));
  }
  return value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
