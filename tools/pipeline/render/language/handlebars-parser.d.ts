/**
 * Only the parser of Handlebars: the whole package takes four times as long to load, and nothing else of it is used.
 */
declare module "handlebars/dist/cjs/handlebars/compiler/base.js" {
  interface Position {
    /** Counted from 1. */
    readonly line: number;
    /** Counted from 0. */
    readonly column: number;
  }

  interface Located {
    readonly loc: { readonly start: Position; readonly end: Position };
  }

  interface Program {
    readonly type: "Program";
    readonly body: readonly StatementNode[];
    readonly blockParams?: readonly string[];
  }

  interface Called extends Located {
    readonly path: ExpressionNode;
    readonly params: readonly ExpressionNode[];
    readonly hash?: { readonly pairs: readonly Located[] };
  }

  type StatementNode =
    | (Located & {
        readonly type: "ContentStatement";
        readonly value: string;
        readonly original: string;
      })
    | (Located & { readonly type: "CommentStatement" })
    | (Called & { readonly type: "MustacheStatement"; readonly escaped: boolean })
    | (Called & {
        readonly type: "BlockStatement";
        readonly program?: Program;
        readonly inverse?: Program;
        /** Empty for a raw block. */
        readonly openStrip: { readonly open?: boolean };
      })
    | (Located & {
        readonly type:
          | "PartialStatement"
          | "PartialBlockStatement"
          | "Decorator"
          | "DecoratorBlock";
      });

  type ExpressionNode =
    | (Located & {
        readonly type: "PathExpression";
        readonly data: boolean;
        readonly depth: number;
        readonly parts: readonly (string | ExpressionNode)[];
        readonly original: string;
      })
    | (Called & { readonly type: "SubExpression" })
    | (Located & {
        readonly type: "StringLiteral" | "NumberLiteral" | "BooleanLiteral";
        readonly value: string | number | boolean;
      })
    | (Located & { readonly type: "NullLiteral" | "UndefinedLiteral" });

  function parse(text: string): Program;
}
