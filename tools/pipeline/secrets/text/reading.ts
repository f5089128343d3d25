import type { Range } from "./read-value.ts";
import { isIn, spaces, type Source } from "./source.ts";

/** A name in a text, and where its line begins. */
export interface NameAt extends Range {
  readonly lineStart: number;
  /** Where the first character of the line that is no blank stands. */
  readonly first: number;
  /** Whether brackets and deeper lines are of interest; they are read once, so that nested ones cost no more. */
  readonly groups: boolean;
  /** A word is not read beyond this place. */
  readonly limit: number;
}

/** What stands beside a name as its value. */
export interface Assigned extends Range {
  /** `group`: brackets or deeper lines, `certain`: a value, `spoken`: perhaps only the next word of a sentence. */
  readonly shape: "group" | "certain" | "spoken";
  /** The text from which the name's kind is judged, without quotes. */
  readonly value: string;
}

export type Sign = "colon" | "tight" | "equals" | "call" | "comma" | "cell" | "space" | "block";

export interface Reading {
  readonly source: Source;
  readonly name: NameAt;
  readonly sign: Sign;
  /** The name begins its line, apart from what may stand before a key. */
  readonly isFirst: boolean;
  /** Where the key's line begins, in characters. */
  readonly column: number;
  readonly isQuoted: boolean;
  /** The quote that the name stands behind and that is not closed after it, with its backslashes. */
  readonly enclosing?: string;
  readonly level: number;
}

/** A value that is one, whatever it looks like. */
export function certain(source: Source, { start, end }: Range): Assigned {
  return { start, end, shape: "certain", value: source.text.slice(start, end) };
}

/** The end of a part without the blanks before it. */
export function trimmedEnd(source: Source, at: number, end: number): number {
  let stop = end;
  while (stop > at && isIn(source, stop - 1, spaces)) stop -= 1;
  source.steps += end - stop + 1;
  return stop;
}
