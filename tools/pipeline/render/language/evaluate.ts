import type { DiagnosticCode } from "../../model/results/codes.ts";
import type { MessageArgument } from "../../model/results/diagnostic.ts";
import type { Place } from "../../model/origins/place.ts";
import { findValue, type Found } from "./find-value.ts";
import type { Frame, Valued } from "./frame.ts";
import { helpers, nameOf } from "./helpers.ts";
import { missingArguments } from "./missing-arguments.ts";
import type { Call, Expression, PathExpression } from "./prepared-template.ts";
import { isTrue } from "./truth.ts";

/** Dependencies of evaluating an expression. */
export interface EvaluationContext {
  readonly frame: Frame;
  readonly report: (code: DiagnosticCode, at: Place, args: Record<string, MessageArgument>) => void;
  /** Renders a config template in the current frame. */
  readonly config: (name: string, context: EvaluationContext, at: Place) => Valued | undefined;
  /** Config templates being rendered, outermost first. */
  readonly configs: readonly string[];
}

/** Evaluates an expression that must have a value; undefined after a diagnostic. */
export function evaluate(expression: Expression, context: EvaluationContext): Valued | undefined {
  const found = evaluateOptional(expression, context);
  if (!found || found.value !== undefined || expression.kind === "literal") return found;
  context.report(
    "template-value-missing",
    expression.at,
    missingArguments(expression, context.frame),
  );
  return undefined;
}

/**
 * Evaluates an expression that may have no value. Only the last part of a path may be missing; undefined instead of a
 * result means a diagnostic.
 */
export function evaluateOptional(
  expression: Expression,
  context: EvaluationContext,
): Valued | undefined {
  if (expression.kind === "literal") return expression;
  if (expression.kind === "call") return call(expression, context);
  const found = findValue(expression, context.frame);
  if (found.missing === undefined || isOptional(expression, found)) return found;
  const args = missingArguments(expression, context.frame);
  context.report("template-value-missing", expression.at, args);
  return undefined;
}

function isOptional({ start, parts }: PathExpression, { missing, inside }: Found): boolean {
  if (start === "loop" || missing !== parts.length - 1) return false;
  return typeof inside === "object" && inside !== null;
}

function call(expression: Call, context: EvaluationContext): Valued | undefined {
  switch (expression.helper) {
    case "and":
    case "or":
      return chain(expression, context);
    case "not": {
      const arg = evaluateOptional(expression.args[0]!, context);
      return arg && { ...arg, value: !isTrue(arg.value) };
    }
    case "default":
      return fallBack(expression, context);
    case "lookup":
      return lookUp(expression, context);
    case "config":
      return embed(expression, context);
    default:
      return plainCall(expression, context);
  }
}

/** Returns the first deciding argument, or the last one; later arguments are not evaluated. */
function chain({ helper, args }: Call, context: EvaluationContext): Valued | undefined {
  let last: Valued | undefined;
  for (const arg of args) {
    last = evaluateOptional(arg, context);
    if (!last || isTrue(last.value) === (helper === "or")) return last;
  }
  return last;
}

function fallBack(
  { args: [wanted, fallback] }: Call,
  context: EvaluationContext,
): Valued | undefined {
  const found = evaluateOptional(wanted!, context);
  if (!found || (found.value !== undefined && found.value !== null)) return found;
  return evaluate(fallback!, context);
}

function lookUp({ args, at, helper }: Call, context: EvaluationContext): Valued | undefined {
  const [container, key] = [evaluate(args[0]!, context), evaluate(args[1]!, context)];
  if (!container || !key) return undefined;
  const { value: inside } = container;
  if (typeof inside !== "object" || inside === null) {
    const problem = `looks into a map or list, not ${nameOf(inside)}`;
    context.report("template-helper-arguments", at, { helper, problem });
    return undefined;
  }
  if (typeof key.value !== "string" && typeof key.value !== "number") {
    const problem = `takes the name of a key, not ${nameOf(key.value)}`;
    context.report("template-helper-arguments", at, { helper, problem });
    return undefined;
  }
  if (!Object.hasOwn(inside, key.value)) return { value: undefined };
  return {
    value: (inside as Record<string, unknown>)[key.value],
    container: inside,
    key: key.value,
  };
}

function embed({ args, at, helper }: Call, context: EvaluationContext): Valued | undefined {
  const name = evaluate(args[0]!, context);
  if (!name) return undefined;
  if (typeof name.value === "string") return context.config(name.value, context, at);
  const problem = `takes the name of a config template, not ${nameOf(name.value)}`;
  context.report("template-helper-arguments", at, { helper, problem });
  return undefined;
}

function plainCall({ helper, args, at }: Call, context: EvaluationContext): Valued | undefined {
  const values: unknown[] = [];
  let source: Valued | undefined;
  for (const arg of args) {
    const found = evaluate(arg, context);
    if (!found) return undefined;
    // The value has the origin of its first argument that has one.
    if (!source && (found.container ?? found.origin)) source = found;
    values.push(found.value);
  }
  const outcome = helpers[helper]!.run(values);
  if ("value" in outcome) return { ...source, value: outcome.value };
  context.report("template-helper-arguments", at, { helper, problem: outcome.problem });
  return undefined;
}
