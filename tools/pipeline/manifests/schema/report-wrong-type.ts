import { formatValue } from "../manifest-problem.ts";
import { report, type Walk } from "./report-problem.ts";
import type { SchemaNode } from "./schema-node.ts";

/** Reports a value of the wrong type. */
export function reportWrongType(node: SchemaNode, value: unknown, walk: Walk): void {
  report(walk, "manifest-wrong-type", { found: typeName(value), expected: expectedType(node) });
}

function typeName(value: unknown): string {
  if (value === null || value === undefined) return "Nothing (null)";
  if (Array.isArray(value)) return "A list";
  if (typeof value === "object") return "A map";
  if (typeof value === "string") return `The text \`${formatValue(value)}\``;
  return typeof value === "number" ? `The number ${value}` : `The value ${formatValue(value)}`;
}

const typeNames = {
  object: "a map",
  array: "a list",
  string: "a text",
  integer: "a whole number",
  number: "a number",
  boolean: "true or false",
} as const;

function expectedType(node: SchemaNode): string {
  if (node.quantity) return "a quantity such as 500m or 2Gi";
  if (node.intOrString) return "a whole number or a text";
  return node.type === undefined ? "another value" : typeNames[node.type];
}
