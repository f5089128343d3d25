import type { SchemaNode } from "./schema-node.ts";

/** The value with the defaults of its definition filled in, as the server does before it checks; the original stays. */
export function fillDefaults(node: SchemaNode, value: unknown): unknown {
  if (!node.hasDefaults || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const { items } = node;
    return items?.hasDefaults ? value.map((element) => fillDefaults(items, element)) : value;
  }
  return fillMap(node, value as Record<string, unknown>);
}

function fillMap(node: SchemaNode, value: Record<string, unknown>): Record<string, unknown> {
  const filled: Record<string, unknown> = {};
  for (const [key, held] of Object.entries(value)) {
    const child = node.properties.get(key) ?? node.additional;
    filled[key] = child ? fillDefaults(child, held) : held;
  }
  for (const [key, child] of node.properties) {
    if (child.default === undefined) continue;
    // A null where none is allowed makes room for the default.
    const absent = filled[key] === undefined || (filled[key] === null && !child.nullable);
    if (absent) filled[key] = fillDefaults(child, child.default);
  }
  return filled;
}
