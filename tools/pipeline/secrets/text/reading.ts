import type { Range } from "./read-value.ts";
import { isIn, spaces, type Source } from "./source.ts";

/** A name in a text, and where its line begins. */
export interface NameAt extends Range {
  readonly lineStart: number;
  /** Position of the first non-blank character of the line. */
  readonly first: number;
  /** Whether brackets and deeper lines are read; each is read once, so that nesting costs no more. */
  readonly groups: boolean;
  /** A word is not read beyond this position. */
  readonly limit: number;
}

/** The value of a name. */
export interface Assigned extends Range {
  /** `group`: brackets or deeper lines; `certain`: a value; `spoken`: perhaps only the next word of a sentence. */
  readonly shape: "group" | "certain" | "spoken";
  /** The text that determines the name's kind, without quotes. */
  readonly value: string;
}

export type Sign = "colon" | "tight" | "equals" | "call" | "comma" | "cell" | "space" | "block";

export interface Reading {
  readonly source: Source;
  readonly name: NameAt;
  readonly sign: Sign;
  /** The name begins its line, apart from characters that may precede a key. */
  readonly isFirst: boolean;
  /** Column of the key's line. */
  readonly column: number;
  readonly isQuoted: boolean;
  /** The open quote before the name, with its backslashes. */
  readonly enclosing?: string;
  readonly level: number;
}

/** Always a value, whatever its form. */
export function certain(source: Source, { start, end }: Range): Assigned {
  return { start, end, shape: "certain", value: source.text.slice(start, end) };
}

/** The end of a part without trailing blanks. */
export function trimmedEnd(source: Source, at: number, end: number): number {
  let stop = end;
  while (stop > at && isIn(source, stop - 1, spaces)) stop -= 1;
  source.steps += end - stop + 1;
  return stop;
}
