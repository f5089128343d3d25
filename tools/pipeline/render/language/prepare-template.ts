import {
  parse,
  type Program,
  type StatementNode,
} from "handlebars/dist/cjs/handlebars/compiler/base.js";
import type { Diagnostic } from "../../model/results/diagnostic.ts";
import { deepestNesting } from "../../model/values/deepest-nesting.ts";
import { describeSyntaxError } from "./describe-syntax-error.ts";
import { lineStarts } from "../../model/origins/line-places.ts";
import { reservedCharacter } from "../tree/placeholders.ts";
import { prepareCall, prepareExpression } from "./prepare-expression.ts";
import type { Position, Preparation, TemplateSource } from "./preparation.ts";
import { tooDeep } from "./too-deep.ts";
import type { PreparedTemplate, Statement } from "./prepared-template.ts";

/** More pieces would not fit the sequence that identifies a printed text. */
const mostPieces = 60_000;

/** Prepares a template for evaluation, or returns diagnostics about unsupported content. Never throws. */
export function prepareTemplate(source: TemplateSource): {
  template?: PreparedTemplate;
  diagnostics: readonly Diagnostic[];
} {
  const diagnostics: Diagnostic[] = [];
  const preparation = preparationOf(source, diagnostics);
  const program = parseTemplate(preparation);
  const reserved = reservedCharacter(source.text);
  if (reserved >= 0) {
    const construct = `the private-use character U+${source.text.charCodeAt(reserved).toString(16).toUpperCase()}`;
    preparation.refuse("template-construct-refused", source.placeOf(reserved), { construct });
  }
  const body = program ? prepareBody(program, preparation) : [];
  if (preparation.pieces.length > mostPieces) {
    preparation.refuse("template-too-large", source.placeOf(0), {
      size: preparation.pieces.length,
      most: mostPieces,
    });
  }
  if (diagnostics.length > 0) return { diagnostics };
  const { file, placeOf } = source;
  const { pieces, embedded } = preparation;
  const names = embedded.filter((name) => name !== undefined);
  const embeds = names.length < embedded.length ? "any" : names;
  return { template: { file, body, pieces, embeds, placeOf }, diagnostics };
}

function preparationOf(source: TemplateSource, diagnostics: Diagnostic[]): Preparation {
  const starts = lineStarts(source.text);
  const offsetOf = ({ line, column }: Position): number => (starts[line - 1] ?? 0) + column;
  return {
    ...source,
    pieces: [],
    embedded: [],
    offsetOf,
    slice: (start, end) => source.text.slice(offsetOf(start), offsetOf(end)),
    refuse: (code, at, args) => diagnostics.push({ code, at, args }),
  };
}

function parseTemplate(preparation: Preparation): Program | undefined {
  const deep = tooDeep(preparation.text);
  if (deep !== undefined) {
    const detail = `blocks, or parentheses, are nested more than ${deepestNesting} levels deep`;
    preparation.refuse("template-syntax", preparation.placeOf(deep), { detail });
    return undefined;
  }
  try {
    return parse(preparation.text);
  } catch (error) {
    const { offset, detail } = describeSyntaxError(error, preparation.text);
    preparation.refuse("template-syntax", preparation.placeOf(offset), { detail });
    return undefined;
  }
}

function prepareBody(program: Program | undefined, preparation: Preparation): Statement[] {
  return (program?.body ?? []).flatMap((node) => prepareStatement(node, preparation) ?? []);
}

function prepareStatement(node: StatementNode, preparation: Preparation): Statement | undefined {
  switch (node.type) {
    case "CommentStatement":
      return undefined;
    case "ContentStatement":
      return prepareContent(node, preparation);
    case "MustacheStatement":
      return preparePrint(node, preparation);
    case "BlockStatement":
      return prepareBlock(node, preparation);
    case "PartialStatement":
    case "PartialBlockStatement":
      return refuseConstruct(preparation, node, "a partial (`{{> name}}`)");
    case "Decorator":
    case "DecoratorBlock":
      return refuseConstruct(preparation, node, "a decorator (`{{* name}}`)");
  }
}

type Node<Type> = Extract<StatementNode, { type: Type }>;

function prepareContent(
  node: Node<"ContentStatement">,
  { pieces, offsetOf }: Preparation,
): Statement | undefined {
  if (node.value === "") return undefined;
  // Lines with nothing but a block are removed at the start of the text that follows them.
  const stripped = node.original.endsWith(node.value)
    ? node.original.length - node.value.length
    : node.original.indexOf(node.value);
  const offset = offsetOf(node.loc.start) + stripped;
  const content = {
    kind: "content",
    number: pieces.length,
    text: node.value,
    offset,
    startsDocument: /^---\r?\n/.test(node.value),
  } as const;
  pieces.push(content);
  return content;
}

function preparePrint(
  node: Node<"MustacheStatement">,
  preparation: Preparation,
): Statement | undefined {
  const { pieces, offsetOf, placeOf } = preparation;
  if (!node.escaped)
    return refuseConstruct(preparation, node, "an unescaped expression (`{{{name}}}`)");
  const called = node.params.length > 0 || (node.hash?.pairs.length ?? 0) > 0;
  const expression = called
    ? prepareCall(node, preparation)
    : prepareExpression(node.path, preparation);
  if (!expression) return undefined;
  const last = node.params.at(-1) ?? node.path;
  const source = preparation.slice(node.path.loc.start, last.loc.end);
  const at = placeOf(offsetOf(node.loc.start));
  const print = { kind: "print", number: pieces.length, expression, source, at } as const;
  pieces.push(print);
  return print;
}

const blocks = ["if", "unless", "each", "with"];

function prepareBlock(
  node: Node<"BlockStatement">,
  preparation: Preparation,
): Statement | undefined {
  const name = node.path.type === "PathExpression" ? node.path.original : "";
  if (node.openStrip.open === undefined)
    return refuseConstruct(preparation, node, "a raw block (`{{{{name}}}}`)");
  if (!blocks.includes(name))
    return refuseConstruct(preparation, node, `the block \`{{#${name}}}\``);
  if (node.program?.blockParams ?? node.inverse?.blockParams)
    return refuseConstruct(preparation, node, "a block parameter (`as |name|`)");
  const body = prepareBody(node.program, preparation);
  const otherwise = prepareBody(node.inverse, preparation);
  const [param] = node.params;
  if (!param || node.params.length > 1 || node.hash) {
    return refuseConstruct(preparation, node, `\`{{#${name}}}\` with other than one argument`);
  }
  const expression = prepareExpression(param, preparation);
  if (!expression) return undefined;
  if (name === "with") return { kind: "narrowing", value: expression, body, otherwise };
  if (name !== "each") {
    return {
      kind: "condition",
      condition: expression,
      negated: name === "unless",
      body,
      otherwise,
    };
  }
  const source = preparation.slice(param.loc.start, param.loc.end);
  const at = preparation.placeOf(preparation.offsetOf(node.loc.start));
  return { kind: "loop", list: expression, source, at, body, otherwise };
}

function refuseConstruct(
  preparation: Preparation,
  node: StatementNode,
  construct: string,
): undefined {
  const { refuse, placeOf, offsetOf } = preparation;
  refuse("template-construct-refused", placeOf(offsetOf(node.loc.start)), { construct });
  return undefined;
}
