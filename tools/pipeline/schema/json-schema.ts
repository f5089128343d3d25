/** A JSON Schema as data, with only the keywords that this step reads. */
export interface JsonSchema {
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly patternProperties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: boolean | JsonSchema;
  readonly [keyword: string]: unknown;
}

/** Returns the schema with closed maps: keys that do not match the map's name pattern are refused, not skipped. */
export function closeMaps(schema: JsonSchema): JsonSchema {
  const closed = Object.fromEntries(
    Object.entries(schema).map(([keyword, value]) => [keyword, closeInside(keyword, value)]),
  ) as JsonSchema;
  const isOpenMap = closed.patternProperties && closed.additionalProperties === undefined;
  return isOpenMap ? { ...closed, additionalProperties: false } : closed;
}

function closeInside(keyword: string, value: unknown): unknown {
  if (keyword === "anyOf") return (value as JsonSchema[]).map(closeMaps);
  if (keyword === "items") return closeMaps(value as JsonSchema);
  if (keyword !== "properties" && keyword !== "patternProperties") return value;
  return Object.fromEntries(
    Object.entries(value as Record<string, JsonSchema>).map(([name, inner]) => [
      name,
      closeMaps(inner),
    ]),
  );
}

/** Returns the schemas from the root to a JSON pointer such as `#/properties/hosts/type`, outermost first. */
export function schemasAlong(root: JsonSchema, pointer: string): JsonSchema[] {
  const found: JsonSchema[] = [root];
  let current: unknown = root;
  for (const segment of pointerSegments(pointer.replace(/^#/, ""))) {
    current = (current as Record<string, unknown> | undefined)?.[decodeURIComponent(segment)];
    if (typeof current !== "object" || current === null) break;
    found.push(current as JsonSchema);
  }
  return found;
}

/** Returns the segments of a JSON pointer, unescaped. */
export function pointerSegments(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
}
