import { closestWord } from "../../model/values/closest-word.ts";
import type { MessageArgument } from "../../model/results/diagnostic.ts";
import { findValue } from "./find-value.ts";
import type { Frame } from "./frame.ts";
import type { Call, PathExpression } from "./prepared-template.ts";

/** A longer list of names does not help. */
const mostNames = 30;

/** Builds the arguments of the message for a missing value: the expression, the existing keys, and the nearest one. */
export function missingArguments(
  expression: PathExpression | Call,
  frame: Frame,
): Record<string, MessageArgument> {
  if (expression.kind === "call") return { expression: expression.source };
  const { missing = 0, inside } = findValue(expression, frame);
  const known = keysOf(inside);
  const suggestion = closestWord(expression.parts[missing] ?? "", known);
  return {
    expression: expression.source,
    ...(suggestion !== undefined && { suggestion }),
    ...(known.length > 0 && known.length <= mostNames && { known }),
  };
}

function keysOf(value: unknown): string[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
  return Object.keys(value).sort();
}
