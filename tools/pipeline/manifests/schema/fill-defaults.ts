import type { SchemaNode } from "./schema-node.ts";

/** Returns a copy of the value with the defaults of its definition, as the server sets them before it checks. */
export function fillDefaults(node: SchemaNode, value: unknown): unknown {
  if (!node.hasDefaults || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const { items } = node;
    return items?.hasDefaults ? value.map((element) => fillDefaults(items, element)) : value;
  }
  return fillMap(node, value as Record<string, unknown>);
}

function fillMap(node: SchemaNode, value: Record<string, unknown>): Record<string, unknown> {
  // Copies only changed parts: most objects set these fields themselves.
  let filled = value;
  const set = (key: string, held: unknown): void => {
    if (filled === value) filled = { ...value };
    filled[key] = held;
  };
  for (const key of Object.keys(value)) {
    const child = node.properties.get(key) ?? node.additional;
    if (!child?.hasDefaults) continue;
    const filledValue = fillDefaults(child, value[key]);
    if (filledValue !== value[key]) set(key, filledValue);
  }
  for (const [key, child] of node.properties) {
    if (child.default === undefined) continue;
    // The default replaces null where null is not allowed.
    const isAbsent = value[key] === undefined || (value[key] === null && !child.nullable);
    if (isAbsent) set(key, fillDefaults(child, child.default));
  }
  return filled;
}
