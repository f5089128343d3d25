import { closestWord } from "../../model/values/closest-word.ts";
import { formatValue, type ReportProblem } from "../manifest-problem.ts";
import { checkScalar } from "./check-scalar.ts";
import { limitProblem } from "./limits.ts";
import { report, type Walk } from "./report-problem.ts";
import type { SchemaNode } from "./schema-node.ts";
import { reportWrongType } from "./report-wrong-type.ts";

/** Checks a value against its schema, field by field, and reports everything that the server would refuse. */
export function checkValue(node: SchemaNode, value: unknown, walk: Walk): void {
  if (value === null || value === undefined) {
    const isTyped = node.type !== undefined || node.intOrString;
    if (!node.native && !node.nullable && isTyped) reportWrongType(node, value, walk);
    return;
  }
  if (Array.isArray(value)) checkList(node, value, walk);
  else if (typeof value === "object") checkMap(node, value as Record<string, unknown>, walk);
  else checkScalar(node, value as string | number | boolean, walk);
  if (node.limits !== undefined) {
    const problem = limitProblem(node.limits, value);
    if (problem !== undefined)
      report(walk, "manifest-value-invalid", { found: formatValue(value), problem });
  }
  if (node.all || node.any || node.one || node.not) checkBranches(node, value, walk);
}

function checkMap(node: SchemaNode, value: Record<string, unknown>, walk: Walk): void {
  if (node.type !== "object" && !(node.type === undefined && acceptsAnyType(node))) {
    return reportWrongType(node, value, walk);
  }
  const { properties, additional, anyFields } = node;
  for (const key of Object.keys(value)) {
    const child = properties.get(key) ?? additional;
    if (child !== undefined) {
      walk.path.push(key);
      checkValue(child, value[key], walk);
      walk.path.pop();
    } else if (!anyFields && !walk.valuesOnly && node.type === "object") {
      unknownField(node, key, walk);
    }
  }
  for (const field of node.required) {
    const fieldValue = value[field];
    if (fieldValue === undefined || (fieldValue === null && node.native)) {
      report(walk, "manifest-missing-field", { field, kind: walk.kind });
    }
  }
}

// A schema without a type accepts any type; quantities and int-or-strings are no maps.
function acceptsAnyType(node: SchemaNode): boolean {
  return !node.quantity && !node.intOrString && node.allowedWords === undefined;
}

function unknownField(node: SchemaNode, field: string, walk: Walk): void {
  const names = [...node.properties.keys()].sort();
  const suggestion = closestWord(field, names);
  walk.path.push(field);
  report(walk, "manifest-unknown-field", {
    field,
    kind: walk.kind,
    ...(suggestion === undefined ? {} : { suggestion }),
    ...(suggestion === undefined && names.length > 0 && names.length <= 20 ? { known: names } : {}),
  });
  walk.path.pop();
}

function checkList(node: SchemaNode, value: readonly unknown[], walk: Walk): void {
  if (node.type !== "array" && !(node.type === undefined && acceptsAnyType(node))) {
    return reportWrongType(node, value, walk);
  }
  const { items } = node;
  if (items) {
    for (let index = 0; index < value.length; index += 1) {
      walk.path.push(index);
      // The server reads null as an empty object, but refuses it in a keyed list.
      const isNull = value[index] === null;
      if (isNull && node.listKeys !== undefined) reportWrongType(items, null, walk);
      else
        checkValue(
          items,
          isNull && items.native && items.type === "object" ? {} : value[index],
          walk,
        );
      walk.path.pop();
    }
  }
  if (value.length > 1 && (node.listKeys || node.isSet)) checkUnique(node, value, walk);
}

// The only key of a built-in list for which the server sets a default before it compares.
const keyDefaults: Readonly<Record<string, unknown>> = { protocol: "TCP" };

function checkUnique(node: SchemaNode, value: readonly unknown[], walk: Walk): void {
  const seen = new Set<string>();
  value.forEach((element, index) => {
    const key = node.listKeys ? keyOf(node.listKeys, element) : JSON.stringify(element);
    if (!seen.has(key)) {
      seen.add(key);
      return;
    }
    walk.path.push(index);
    report(walk, "manifest-list-duplicate", { key: formatValue(formatKey(node, element)) });
    walk.path.pop();
  });
}

function keyOf(keys: readonly string[], element: unknown): string {
  const fields = element as Record<string, unknown> | null;
  return JSON.stringify(keys.map((key) => fields?.[key] ?? keyDefaults[key] ?? null));
}

function formatKey(node: SchemaNode, element: unknown): string {
  const fields = element as Record<string, unknown> | null;
  if (!node.listKeys) return formatValue(element);
  return node.listKeys
    .map((key) => fields?.[key] ?? keyDefaults[key])
    .filter((part) => part !== undefined)
    .map(formatValue)
    .join(" ");
}

function checkBranches(node: SchemaNode, value: unknown, walk: Walk): void {
  for (const branch of node.all ?? []) checkValue(branch, value, { ...walk, valuesOnly: true });
  const found = formatValue(value);
  if (node.any && !node.any.some((branch) => matches(branch, value))) {
    report(walk, "manifest-value-invalid", {
      found,
      problem: `it matches none of the allowed forms${requiredNames(node.any)}`,
    });
  }
  if (node.one && node.one.filter((branch) => matches(branch, value)).length !== 1) {
    report(walk, "manifest-value-invalid", {
      found,
      problem: `it must match exactly one of the allowed forms${requiredNames(node.one)}`,
    });
  }
  if (node.not && matches(node.not, value)) {
    report(walk, "manifest-value-invalid", { found, problem: "it has a form that is not allowed" });
  }
}

function requiredNames(branches: readonly SchemaNode[]): string {
  const names = branches.flatMap((branch) => branch.required);
  return names.length === 0 ? "" : ` (${names.join(", ")})`;
}

function matches(node: SchemaNode, value: unknown): boolean {
  let valid = true;
  const markInvalid: ReportProblem = () => {
    valid = false;
  };
  checkValue(node, value, { kind: "", path: [], report: markInvalid, valuesOnly: true });
  return valid;
}
