import type { SchemaNode } from "../schema/schema-node.ts";

/** Converts a value for rules: whole numbers to CEL's int, times to timestamps, reserved field names escaped. */
export function ruleValue(node: SchemaNode | undefined, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((element) => ruleValue(node?.items, element));
  if (typeof value === "object" && value !== null) {
    return ruleMap(node, value as Record<string, unknown>);
  }
  if (typeof value === "number") return asNumber(node, value);
  if (typeof value === "string" && node?.format === "date-time") return new Date(value);
  return value;
}

function asNumber(node: SchemaNode | undefined, value: number): number | bigint {
  const whole = node?.type !== "number" && Number.isInteger(value);
  return whole ? BigInt(value) : value;
}

function ruleMap(
  node: SchemaNode | undefined,
  value: Record<string, unknown>,
): Record<string, unknown> {
  const converted: Record<string, unknown> = {};
  for (const [key, child] of Object.entries(value)) {
    // For rules, a field without a value is absent.
    if (child === null) continue;
    const property = node?.properties.get(key);
    converted[property ? ruleFieldName(key) : key] = ruleValue(property ?? node?.additional, child);
  }
  return converted;
}

const reservedWords: ReadonlySet<string> = new Set(
  (
    "true false null in as break const continue else for function if import let loop package " +
    "namespace return var void while"
  ).split(" "),
);

const fieldNames = new Map<string, string>();

/** Returns the field name that rules use: reserved words and signs are escaped as in Kubernetes. */
export function ruleFieldName(name: string): string {
  const cached = fieldNames.get(name);
  if (cached !== undefined) return cached;
  const escaped = reservedWords.has(name)
    ? `__${name}__`
    : name
        .replaceAll("__", "__underscores__")
        .replaceAll(".", "__dot__")
        .replaceAll("-", "__dash__")
        .replaceAll("/", "__slash__");
  fieldNames.set(name, escaped);
  return escaped;
}
