import { isRecord } from "../values/json-record.ts";
import { own } from "../values/own.ts";

/**
 * Returns whether a label selector (`matchLabels`, `matchExpressions`) selects these labels; an empty one selects all.
 */
export function selectorMatches(selector: unknown, labels: unknown): boolean {
  if (!isRecord(selector)) return false;
  const { matchLabels, matchExpressions } = selector;
  const held = isRecord(labels) ? labels : {};
  const expressions: unknown[] = Array.isArray(matchExpressions) ? matchExpressions : [];
  return (
    labelsMatch(isRecord(matchLabels) ? matchLabels : {}, held) &&
    expressions.every((expression) => isRecord(expression) && expressionMatches(expression, held))
  );
}

/** Returns whether the labels contain all wanted labels with equal values. */
function labelsMatch(
  wanted: Readonly<Record<string, unknown>>,
  held: Readonly<Record<string, unknown>>,
): boolean {
  return Object.entries(wanted).every(([key, value]) => own(held, key) === value);
}

function expressionMatches(
  { key, operator, values }: Readonly<Record<string, unknown>>,
  held: Readonly<Record<string, unknown>>,
): boolean {
  const value = own(held, String(key));
  const listed = Array.isArray(values) && values.includes(value);
  switch (operator) {
    case "In":
      return value !== undefined && listed;
    case "NotIn":
      return !listed;
    case "Exists":
      return value !== undefined;
    case "DoesNotExist":
      return value === undefined;
    default:
      return false;
  }
}
