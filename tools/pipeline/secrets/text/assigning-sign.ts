import type { Sign } from "./reading.ts";
import { isIn, spaces, type Source } from "./source.ts";

const assigning = /^(?:[+?|:.]|\|\||\?\?|<)?=(?:>|=|=)?/;

export interface Around {
  readonly isQuoted: boolean;
  readonly isFirst: boolean;
  readonly start: number;
  readonly hasBlank: boolean;
  /** The name is a compound, unlike the words of a sentence. */
  readonly isTitle: boolean;
  readonly before: string;
}

/** Finds the sign that assigns a value to the preceding name, and where the value may begin. */
export function signAt(
  source: Source,
  at: number,
  around: Around,
): { readonly sign: Sign; readonly at: number } | undefined {
  const { text } = source;
  const character = text[at];
  const two = text.slice(at, at + 4);
  const equals = assigning.exec(two)?.[0];
  if (equals !== undefined) return { sign: "equals", at: at + equals.length };
  if (character === ":") {
    if (text[at + 1] === ":" || two.startsWith("://")) return undefined;
    const isSpaced = at + 1 >= text.length || isIn(source, at + 1, spaces);
    if (!isSpaced && !around.isQuoted && /[/.]$/.test(around.before)) return undefined;
    return { sign: isSpaced || around.isQuoted ? "colon" : "tight", at: at + 1 };
  }
  if (character === "(") return { sign: "call", at: at + 1 };
  if (character === ",") {
    const isPair = /[{(]\s*\\{0,15}["'`]?$/.test(around.before.slice(-20));
    const isOption = text[around.start] === "-" || /["'`]-{1,2}$/.test(around.before);
    return isPair || isOption ? { sign: "comma", at: at + 1 } : undefined;
  }
  if (character === "|" && around.isTitle && /\|[ \t]*[`*]*$/.test(around.before))
    return { sign: "cell", at: at + 1 };
  if (character === "{" && (around.isFirst || around.isQuoted) && text[at + 1] !== "{")
    return { sign: "block", at };
  return around.hasBlank && !around.isQuoted ? { sign: "space", at } : undefined;
}
