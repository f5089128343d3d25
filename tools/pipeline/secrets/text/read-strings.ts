import { quoteLevel, readQuoted, wordEnd, type Quoted, type Range } from "./read-value.ts";
import { certain, type Assigned, type Reading } from "./reading.ts";
import {
  blanks,
  charSet,
  indexFrom,
  isIn,
  lineEnd,
  runEnd,
  spaces,
  type Source,
} from "./source.ts";

/** Characters that continue a word right after a quote. */
const glued = charSet(/[A-Za-z0-9$]/, true);
/** Prefixes of a string. */
export const quoteMarks = charSet(/["'`\\]/);

/** Reads one string, or several joined ones. */
export function readStrings(reading: Reading, at: number): Assigned | undefined {
  const { source, enclosing } = reading;
  const { text } = source;
  let open = at;
  if (/^(?:[rbufRBUFL@$]["']|<<")/.test(text.slice(at, at + 3)))
    open = text[at] === "<" ? at + 2 : at + 1;
  const level = quoteLevel(source, open);
  if (level === undefined || level > 15) return undefined;
  if (enclosing === text.slice(open, open + level + 1))
    return certain(source, { start: at, end: at });
  const first = withinLine(reading, open, readQuoted(source, open, level));
  let { next, end } = first;
  let pieces = 1;
  for (;;) {
    const behind = runEnd(source, next, blanks);
    const joined = /^[+.]?$/.test(text[behind] ?? " ") ? runEnd(source, behind + 1, spaces) : next;
    const again =
      joined > next || isIn(source, next, quoteMarks) ? quoteLevel(source, joined) : undefined;
    if (!first.closed || again === undefined || again !== level || next >= text.length) break;
    // A quote right after it closes an outer string.
    if (joined === next && enclosing === text.slice(next, next + again + 1)) break;
    const more = readQuoted(source, joined, again);
    if (!more.closed && joined === next) break;
    ({ next, end } = more);
    pieces += 1;
  }
  const word = isIn(source, next, glued) ? wordEnd(source, next, lineEnd(source, next)) : next;
  if (pieces > 1 || word > next) return certain(source, { start: at, end: Math.max(word, next) });
  return certain(source, { start: first.start, end });
}

/** In the middle of a line, a string that spans lines ends at another quote that closes an outer string. */
function withinLine({ source, isFirst }: Reading, open: number, quoted: Quoted): Quoted {
  if (isFirst) return quoted;
  const end = lineEnd(source, open);
  if (quoted.next <= end) return quoted;
  const quote = source.text[quoted.start - 1];
  for (let at = quoted.start; at < end; at += 1) {
    const character = source.text[at]!;
    if (`"'`.includes(character) && character !== quote)
      return { start: quoted.start, end: at, next: at, closed: false };
  }
  return quoted;
}

/** A shell here-document, which ends at the word in its first line. */
export function readHeredoc(source: Source, at: number): Range | undefined {
  const first = source.text.slice(at, Math.min(at + 64, lineEnd(source, at)));
  const word = /^<<[-~]?(?<quote>["']?)(?<word>[A-Za-z_]\w{0,40})\k<quote>[ \t)]{0,4}$/.exec(first)
    ?.groups?.["word"];
  if (word === undefined) return undefined;
  let here = lineEnd(source, at);
  // The word ends the text if it is alone on a line.
  for (;;) {
    here = indexFrom(source, "\n", here);
    if (here === -1) return { start: at, end: source.text.length };
    const first = runEnd(source, here + 1, blanks);
    const stop = lineEnd(source, first);
    if (stop - first < 60 && source.text.slice(first, stop).trim() === word)
      return { start: at, end: stop };
    here = first;
  }
}
