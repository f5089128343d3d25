/** A text that is read forward. `steps` counts the examined characters, so that tests can bound the work. */
export interface Source {
  readonly text: string;
  steps: number;
  /** The last position found for each searched word, which makes all searches together linear. */
  readonly found: Map<string, { readonly from: number; readonly at: number }>;
}

/** The ASCII characters of a set; `others` tells whether all other characters belong to it. */
export interface CharSet {
  readonly codes: Uint8Array;
  readonly others: boolean;
}

/** Creates a source at its start. */
export function openSource(text: string): Source {
  return { text, steps: 0, found: new Map() };
}

/** Builds the set of ASCII characters that match a one-character pattern. */
export function charSet(pattern: RegExp, others = false): CharSet {
  const codes = Uint8Array.from({ length: 128 }, (_, code) =>
    pattern.test(String.fromCharCode(code)) ? 1 : 0,
  );
  return { codes, others };
}

/** Returns whether the character at a position belongs to a set; false beyond the end. */
export function isIn(source: Source, at: number, set: CharSet): boolean {
  const code = source.text.charCodeAt(at);
  return code < 128 ? set.codes[code] === 1 : set.others && code >= 128;
}

/** Returns the end of the run of set characters that begins at `from`, at most `limit`. */
export function runEnd(source: Source, from: number, set: CharSet, limit = Infinity): number {
  let at = from;
  while (at < limit && isIn(source, at, set)) at += 1;
  source.steps += at - from + 1;
  return at;
}

/** Returns the next position of a word, or -1. */
export function indexFrom(source: Source, word: string, from: number): number {
  const known = source.found.get(word);
  if (known && from >= known.from && (known.at === -1 || from <= known.at)) return known.at;
  const at = source.text.indexOf(word, from);
  source.steps += (at === -1 ? source.text.length : at) - from + 1;
  source.found.set(word, { from, at });
  return at;
}

/** Returns the end of the line at a position, without its line ending. */
export function lineEnd(source: Source, at: number): number {
  const end = indexFrom(source, "\n", at);
  const stop = end === -1 ? source.text.length : end;
  return stop > at && source.text[stop - 1] === "\r" ? stop - 1 : stop;
}

/** Returns the start of the next line, or the end of the text. */
export function nextLine(source: Source, at: number): number {
  const end = indexFrom(source, "\n", at);
  return end === -1 ? source.text.length : end + 1;
}

/** Spaces and tabs. */
export const blanks = charSet(/[ \t]/);
/** All ASCII white space. */
export const spaces = charSet(/\s/);
