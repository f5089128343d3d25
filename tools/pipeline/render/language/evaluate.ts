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
export interface Surroundings {
  readonly frame: Frame;
  readonly report: (code: DiagnosticCode, at: Place, args: Record<string, MessageArgument>) => void;
  /** Renders a config template in the current frame. */
  readonly config: (name: string, surroundings: Surroundings, at: Place) => Valued | undefined;
  /** Config templates being rendered, outermost first. */
  readonly configs: readonly string[];
}

/** Evaluates an expression that must have a value; undefined after a diagnostic. */
export function evaluate(expression: Expression, surroundings: Surroundings): Valued | undefined {
  const found = evaluateOptional(expression, surroundings);
  if (!found || found.value !== undefined || expression.kind === "literal") return found;
  surroundings.report(
    "template-value-missing",
    expression.at,
    missingArguments(expression, surroundings.frame),
  );
  return undefined;
}

/**
 * Evaluates an expression that may have no value. Only the last part of a path may be missing; undefined instead of a
 * result means a diagnostic.
 */
export function evaluateOptional(
  expression: Expression,
  surroundings: Surroundings,
): Valued | undefined {
  if (expression.kind === "literal") return expression;
  if (expression.kind === "call") return call(expression, surroundings);
  const found = findValue(expression, surroundings.frame);
  if (found.missing === undefined || isOptional(expression, found)) return found;
  const args = missingArguments(expression, surroundings.frame);
  surroundings.report("template-value-missing", expression.at, args);
  return undefined;
}

function isOptional({ start, parts }: PathExpression, { missing, inside }: Found): boolean {
  if (start === "loop" || missing !== parts.length - 1) return false;
  return typeof inside === "object" && inside !== null;
}

function call(expression: Call, surroundings: Surroundings): Valued | undefined {
  switch (expression.helper) {
    case "and":
    case "or":
      return chain(expression, surroundings);
    case "not": {
      const arg = evaluateOptional(expression.args[0]!, surroundings);
      return arg && { ...arg, value: !isTrue(arg.value) };
    }
    case "default":
      return fallBack(expression, surroundings);
    case "lookup":
      return lookUp(expression, surroundings);
    case "config":
      return embed(expression, surroundings);
    default:
      return plainCall(expression, surroundings);
  }
}

/** Returns the first deciding argument, or the last one; later arguments are not evaluated. */
function chain({ helper, args }: Call, surroundings: Surroundings): Valued | undefined {
  let last: Valued | undefined;
  for (const arg of args) {
    last = evaluateOptional(arg, surroundings);
    if (!last || isTrue(last.value) === (helper === "or")) return last;
  }
  return last;
}

function fallBack(
  { args: [wanted, fallback] }: Call,
  surroundings: Surroundings,
): Valued | undefined {
  const found = evaluateOptional(wanted!, surroundings);
  if (!found || (found.value !== undefined && found.value !== null)) return found;
  return evaluate(fallback!, surroundings);
}

function lookUp({ args, at, helper }: Call, surroundings: Surroundings): Valued | undefined {
  const [container, key] = [evaluate(args[0]!, surroundings), evaluate(args[1]!, surroundings)];
  if (!container || !key) return undefined;
  const { value: inside } = container;
  if (typeof inside !== "object" || inside === null) {
    const problem = `looks into a map or list, not ${nameOf(inside)}`;
    surroundings.report("template-helper-arguments", at, { helper, problem });
    return undefined;
  }
  if (typeof key.value !== "string" && typeof key.value !== "number") {
    const problem = `takes the name of a key, not ${nameOf(key.value)}`;
    surroundings.report("template-helper-arguments", at, { helper, problem });
    return undefined;
  }
  if (!Object.hasOwn(inside, key.value)) return { value: undefined };
  return {
    value: (inside as Record<string, unknown>)[key.value],
    container: inside,
    key: key.value,
  };
}

function embed({ args, at, helper }: Call, surroundings: Surroundings): Valued | undefined {
  const name = evaluate(args[0]!, surroundings);
  if (!name) return undefined;
  if (typeof name.value === "string") return surroundings.config(name.value, surroundings, at);
  const problem = `takes the name of a config template, not ${nameOf(name.value)}`;
  surroundings.report("template-helper-arguments", at, { helper, problem });
  return undefined;
}

function plainCall({ helper, args, at }: Call, surroundings: Surroundings): Valued | undefined {
  const values: unknown[] = [];
  let source: Valued | undefined;
  for (const arg of args) {
    const found = evaluate(arg, surroundings);
    if (!found) return undefined;
    // The value has the origin of its first argument that has one.
    if (!source && (found.container ?? found.origin)) source = found;
    values.push(found.value);
  }
  const outcome = helpers[helper]!.run(values);
  if ("value" in outcome) return { ...source, value: outcome.value };
  surroundings.report("template-helper-arguments", at, { helper, problem: outcome.problem });
  return undefined;
}
