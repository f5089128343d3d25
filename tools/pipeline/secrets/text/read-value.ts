import {
  blanks,
  charSet,
  indexFrom,
  isIn,
  lineEnd,
  nextLine,
  runEnd,
  spaces,
  type Source,
} from "./source.ts";

/** A part of a text, from `start` up to `end`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

const quotes = `"'\``;
const wordStop = charSet(/[\s"'`;&,)}\]<>|\\]/);
const wordPart = charSet(/[^\s"'`;&,)}\]<>|\\]/, true);
const nameChars = charSet(/[\w.-]/);

/** A quoted string: its content, its end, and how it was closed. */
export interface Quoted extends Range {
  /** The position after the closing quote. */
  readonly next: number;
  readonly closed: boolean;
}

/** Number of backslashes before the quote that begins a value; undefined if there is no quote. */
export function quoteLevel(source: Source, at: number): number | undefined {
  let quote = at;
  while (source.text[quote] === "\\") quote += 1;
  source.steps += quote - at + 1;
  return quotes.includes(source.text[quote] ?? " ") ? quote - at : undefined;
}

/**
 * Reads the string whose quote is at `at`, after `level` backslashes; an unterminated one extends to the end of the
 * text.
 */
export function readQuoted(source: Source, at: number, level: number): Quoted {
  const { text } = source;
  const open = at + level;
  const quote = text[open]!;
  if (level === 0 && text.startsWith(quote.repeat(3), open)) {
    const start = open + 3;
    const end = indexFrom(source, quote.repeat(3), start);
    return end === -1
      ? { start, end: text.length, next: text.length, closed: false }
      : { start, end, next: end + 3, closed: true };
  }
  let slashes = 0;
  for (let here = open + 1; here < text.length; here += 1) {
    const character = text[here]!;
    if (character === "\\") slashes += 1;
    else {
      if (character === quote && slashes <= level && (level > 0 || slashes === 0)) {
        // A doubled quote inside a string is an escaped one in YAML and SQL.
        if (quote === "'" && level === 0 && text[here + 1] === "'" && here > open + 1) here += 1;
        else {
          source.steps += here - at;
          return { start: open + 1, end: here - slashes, next: here + 1, closed: true };
        }
      }
      slashes = 0;
    }
  }
  source.steps += text.length - at;
  return { start: open + 1, end: text.length, next: text.length, closed: false };
}

/**
 * Returns the position after a bracket group that opens at `at`; undefined if it never closes. Brackets in strings do
 * not count.
 */
export function groupEnd(source: Source, at: number, level: number): number | undefined {
  const { text } = source;
  let depth = 0;
  for (let here = at; here < text.length;) {
    const character = text[here]!;
    source.steps += 1;
    if ("{[(".includes(character)) depth += 1;
    else if ("}])".includes(character)) {
      depth -= 1;
      if (depth === 0) return here + 1;
    }
    const found = "\\\"'`".includes(character) ? quoteLevel(source, here) : undefined;
    if (found === level && !isApostrophe(source, here)) here = readQuoted(source, here, level).next;
    else if (character === "\\") here = skipSlashes(text, here) + 1;
    else here += 1;
  }
  return undefined;
}

function isApostrophe({ text }: Source, at: number): boolean {
  return (
    text[at] === "'" && /[A-Za-z]/.test(text[at - 1] ?? " ") && /[a-z]/.test(text[at + 1] ?? " ")
  );
}

function skipSlashes(text: string, at: number): number {
  let here = at;
  while (text[here] === "\\") here += 1;
  return here;
}

/** Reads the lines below that are deeper than `column` or continue a list at it. */
export function blockBelow(
  source: Source,
  at: number,
  column: number,
  lists = true,
): Range | undefined {
  const start = nextLine(source, at);
  let end = start;
  let here = start;
  while (here < source.text.length) {
    const first = runEnd(source, here, blanks);
    const stop = lineEnd(source, first);
    const isEmpty = first >= stop;
    const isInside =
      first - here > column ||
      (lists &&
        first - here === column &&
        source.text[first] === "-" &&
        isIn(source, first + 1, spaces));
    if (!isEmpty && !isInside) break;
    here = nextLine(source, first);
    if (!isEmpty) end = stop;
  }
  return end > start ? { start: runEnd(source, start, spaces), end } : undefined;
}

/** Returns the end of one word of a command or connection string, without closing punctuation. */
export function wordEnd(source: Source, at: number, limit: number): number {
  const { text } = source;
  let here = at;
  const whole = skipExpansion(source, at, limit);
  // After an expansion, a backslash begins the next line of an escaped text.
  if (whole !== undefined && text[whole] === "\\") return whole;
  while (here < limit) {
    here = skipExpansion(source, here, limit) ?? runEnd(source, here, wordPart, limit);
    if (here >= limit) break;
    const expansion = skipExpansion(source, here, limit);
    if (expansion !== undefined) {
      here = expansion;
      continue;
    }
    if (!isIn(source, here, wordStop) || endsWord(source, here, limit)) break;
    here += 1;
  }
  while (here > at && ",.:".includes(text[here - 1]!) && here - at > 1) here -= 1;
  return here;
}

/** Returns whether a character that a word may contain ends it here, because of what follows. */
function endsWord(source: Source, at: number, limit: number): boolean {
  const { text } = source;
  const character = text[at]!;
  if (isIn(source, at, spaces) || character === "<" || character === ">") return true;
  const next = at + 1;
  if (next >= limit || isIn(source, next, wordStop))
    return character !== "\\" || "\"'`\n".includes(text[next] ?? "\n");
  if (character === ";" || character === "&") {
    const name = runEnd(source, next, nameChars, limit);
    return name > next && (text[name] === "=" || isIn(source, name, spaces) || name >= limit);
  }
  return false;
}

/** Returns the position after `${...}`, `$(...)` or `{{...}}` on one line, or after a redaction marker. */
function skipExpansion(source: Source, at: number, limit: number): number | undefined {
  const { text } = source;
  const close = text.startsWith("{{", at)
    ? "}}"
    : text.startsWith("(redacted", at) || text.startsWith("$(", at)
      ? ")"
      : /^\$(?:env|secret|sys|file)?\{/.test(text.slice(at, at + 8))
        ? "}"
        : undefined;
  if (close === undefined) return undefined;
  const end = indexFrom(source, close, at);
  return end === -1 || end >= limit ? undefined : end + close.length;
}
