import type { ExpressionNode } from "handlebars/dist/cjs/handlebars/compiler/base.js";
import { closestWord } from "../../model/values/closest-word.ts";
import type { Place } from "../../model/origins/place.ts";
import { helperNames, helpers, specialHelpers } from "./helpers.ts";
import type { Preparation } from "./preparation.ts";
import type { Expression } from "./prepared-template.ts";

type Node<Type> = Extract<ExpressionNode, { type: Type }>;
type Called = Pick<Node<"SubExpression">, "path" | "params" | "hash" | "loc">;

/** Prepares an expression for evaluation; undefined, after a diagnostic, if it is not supported. */
export function prepareExpression(
  node: ExpressionNode,
  preparation: Preparation,
): Expression | undefined {
  switch (node.type) {
    case "StringLiteral":
    case "NumberLiteral":
    case "BooleanLiteral":
      return { kind: "literal", value: node.value };
    case "NullLiteral":
      return { kind: "literal", value: null };
    case "UndefinedLiteral":
      return refuse(preparation, node, "`undefined`");
    case "SubExpression":
      return prepareCall(node, preparation);
    case "PathExpression":
      return preparePath(node, preparation);
  }
}

/** Prepares a helper call with the right number of arguments; undefined, after a diagnostic, if it is invalid. */
export function prepareCall(node: Called, preparation: Preparation): Expression | undefined {
  const { path, params, hash } = node;
  const name = path.type === "PathExpression" ? path.original : "";
  const at = placeOfNode(path, preparation);
  if (hash) return refuse(preparation, node, "a named argument (`name=value`)");
  const helper = Object.hasOwn(helpers, name) ? helpers[name] : undefined;
  const arity = helper ?? (Object.hasOwn(specialHelpers, name) ? specialHelpers[name] : undefined);
  if (!arity) {
    const suggestion = closestWord(name, helperNames);
    preparation.refuse("template-helper-unknown", at, {
      helper: name,
      known: helperNames,
      ...(suggestion !== undefined && { suggestion }),
    });
    return undefined;
  }
  if (params.length < arity.least || params.length > arity.most) {
    const problem = `takes ${countOf(arity)}, not ${params.length}`;
    preparation.refuse("template-helper-arguments", at, { helper: name, problem });
    return undefined;
  }
  const args = params.flatMap((param) => prepareExpression(param, preparation) ?? []);
  if (args.length < params.length) return undefined;
  if (name === "config") preparation.embedded.push(literalText(args[0]));
  const source = preparation.slice(path.loc.start, (params.at(-1) ?? path).loc.end);
  return { kind: "call", helper: name, args, source, at };
}

function literalText(expression: Expression | undefined): string | undefined {
  const text = expression?.kind === "literal" ? expression.value : undefined;
  return typeof text === "string" ? text : undefined;
}

function countOf({ least, most }: { least: number; most: number }): string {
  const arguments_ = least === 1 ? "argument" : "arguments";
  return least === most ? `${least} ${arguments_}` : `at least ${least} ${arguments_}`;
}

const loopWords = ["key", "index", "first", "last"];

function preparePath(
  node: Node<"PathExpression">,
  preparation: Preparation,
): Expression | undefined {
  const { data, depth, original: source } = node;
  const at = placeOfNode(node, preparation);
  const parts = node.parts.filter((part) => typeof part === "string");
  if (parts.length < node.parts.length)
    return refuse(preparation, node, "an expression in front of a path");
  if (!data) return { kind: "path", start: "here", depth, parts, source, at };
  const [word = "", ...others] = parts;
  if (word === "root" && depth === 0) {
    return { kind: "path", start: "root", depth: 0, parts: others, source, at };
  }
  if (!loopWords.includes(word) || others.length > 0)
    return refuse(preparation, node, `\`${source}\``);
  return { kind: "path", start: "loop", depth, parts, source, at };
}

function refuse(
  preparation: Preparation,
  node: Pick<ExpressionNode, "loc">,
  construct: string,
): undefined {
  preparation.refuse("template-construct-refused", placeOfNode(node, preparation), { construct });
  return undefined;
}

function placeOfNode({ loc }: Pick<ExpressionNode, "loc">, preparation: Preparation): Place {
  return preparation.placeOf(preparation.offsetOf(loc.start));
}
