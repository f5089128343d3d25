import type { Place } from "../../model/origins/place.ts";

/** A parsed and checked template: only constructs that can be evaluated and traced remain. */
export interface PreparedTemplate {
  readonly file: string;
  readonly body: readonly Statement[];
  /** Everything that can print, by number. A printed text is a sequence of these numbers. */
  readonly pieces: readonly Piece[];
  /** Names of the config templates it embeds; "any" if an expression computes one. */
  readonly embeds: readonly string[] | "any";
  /** Returns the place of an offset in the template. */
  readonly placeOf: (offset: number) => Place;
}

export type Statement = Content | Print | Condition | Loop | Narrowing;
export type Piece = Content | Print;

/** Literal text. */
export interface Content {
  readonly kind: "content";
  readonly number: number;
  readonly text: string;
  /** Where `text` begins in the template. */
  readonly offset: number;
  /** Begins with a line `---`, which always ends the YAML document before it. */
  readonly startsDocument: boolean;
}

/** An expression whose value is printed. */
export interface Print {
  readonly kind: "print";
  readonly number: number;
  readonly expression: Expression;
  readonly source: string;
  readonly at: Place;
}

/** `{{#if}}` and `{{#unless}}`. */
interface Condition {
  readonly kind: "condition";
  readonly condition: Expression;
  readonly negated: boolean;
  readonly body: readonly Statement[];
  readonly otherwise: readonly Statement[];
}

/** `{{#each}}`. */
export interface Loop {
  readonly kind: "loop";
  readonly list: Expression;
  readonly source: string;
  readonly at: Place;
  readonly body: readonly Statement[];
  readonly otherwise: readonly Statement[];
}

/** `{{#with}}`. */
interface Narrowing {
  readonly kind: "narrowing";
  readonly value: Expression;
  readonly body: readonly Statement[];
  readonly otherwise: readonly Statement[];
}

export type Expression = Literal | PathExpression | Call;

interface Literal {
  readonly kind: "literal";
  readonly value: string | number | boolean | null;
}

/** A path from the current value, from `../`, from `@root`, or a loop variable such as `@key`. */
export interface PathExpression {
  readonly kind: "path";
  readonly start: "here" | "root" | "loop";
  readonly depth: number;
  readonly parts: readonly string[];
  readonly source: string;
  readonly at: Place;
}

/** A helper with its arguments. */
export interface Call {
  readonly kind: "call";
  readonly helper: string;
  readonly args: readonly Expression[];
  readonly source: string;
  readonly at: Place;
}
