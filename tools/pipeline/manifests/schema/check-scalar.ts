import { closestWord } from "../../model/values/closest-word.ts";
import { parseQuantity } from "../../model/kubernetes/quantity.ts";
import { formatValue } from "../manifest-problem.ts";
import type { Walk } from "./report-problem.ts";
import { reportWrongType } from "./report-wrong-type.ts";
import { formatProblem } from "./formats.ts";
import type { SchemaNode } from "./schema-node.ts";

type Scalar = string | number | boolean;

/** Checks a text, number or boolean against its schema: type, allowed values, format, pattern. */
export function checkScalar(node: SchemaNode, value: Scalar, walk: Walk): void {
  if (node.quantity) return checkQuantity(node, value, walk);
  if (!hasType(node, value)) return reportWrongType(node, value, walk);
  // In built-in kinds the server treats an empty text as absent.
  const isAbsent = node.native && value === "";
  if (node.allowedWords && !node.allowedWords.has(value) && !isAbsent)
    return notAllowed(node.allowedWords, value, walk);
  if (typeof value === "number") return checkRange(node, value, walk);
  if (typeof value !== "string") return;
  const problem =
    node.format === undefined || isAbsent ? undefined : formatProblem(node.format, value);
  if (problem !== undefined) invalid(value, problem, walk);
  if (node.pattern && !node.pattern.test(value)) {
    invalid(value, `it does not match ${node.pattern.source}`, walk);
  }
}

function hasType(node: SchemaNode, value: Scalar): boolean {
  if (node.intOrString) return typeof value === "string" || Number.isInteger(value);
  switch (node.type) {
    case undefined:
      return true;
    case "integer":
      return Number.isInteger(value);
    case "object":
    case "array":
      return false;
    default:
      return typeof value === node.type;
  }
}

function checkQuantity(node: SchemaNode, value: Scalar, walk: Walk): void {
  if (typeof value === "boolean") return reportWrongType(node, value, walk);
  if (parseQuantity(value) === undefined)
    invalid(value, "it must be a quantity such as 500m or 2Gi", walk);
}

function notAllowed(words: ReadonlySet<unknown>, value: Scalar, walk: Walk): void {
  const allowed = [...words].filter((word) => word !== "").map(String);
  const suggestion = typeof value === "string" ? closestWord(value, allowed) : undefined;
  const args = { found: formatValue(value), allowed, ...(suggestion ? { suggestion } : {}) };
  walk.report({ code: "manifest-value-not-allowed", path: [...walk.path], args });
}

const ranges: Readonly<Record<string, number>> = { int32: 2 ** 31, int64: 2 ** 63 };

function checkRange(node: SchemaNode, value: number, walk: Walk): void {
  const format = node.format ?? (node.intOrString ? "int32" : undefined);
  const bound = format === undefined ? undefined : ranges[format];
  if (bound === undefined || (value >= -bound && value < bound)) return;
  invalid(value, `it must be a whole number between ${-bound} and ${bound - 1}`, walk);
}

function invalid(value: Scalar, problem: string, walk: Walk): void {
  const args = { found: formatValue(value), problem };
  walk.report({ code: "manifest-value-invalid", path: [...walk.path], args });
}
