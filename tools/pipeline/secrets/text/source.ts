/** A text that is read forward. `steps` counts the characters that were looked at, so that tests can bound the work. */
export interface Source {
  readonly text: string;
  steps: number;
  /** The last answer for each word that was searched, which makes all searches together linear. */
  readonly found: Map<string, { readonly from: number; readonly at: number }>;
}

/** Characters below 128 that belong to a set; all others belong to it when `others` says so. */
export interface CharSet {
  readonly codes: Uint8Array;
  readonly others: boolean;
}

/** A source at its start. */
export function openSource(text: string): Source {
  return { text, steps: 0, found: new Map() };
}

/** The set of the ASCII characters that a pattern of one character matches. */
export function charSet(pattern: RegExp, others = false): CharSet {
  const codes = Uint8Array.from({ length: 128 }, (_, code) =>
    pattern.test(String.fromCharCode(code)) ? 1 : 0,
  );
  return { codes, others };
}

/** Whether the character at a place belongs to a set; there is none beyond the end. */
export function isIn(source: Source, at: number, set: CharSet): boolean {
  const code = source.text.charCodeAt(at);
  return code < 128 ? set.codes[code] === 1 : set.others && code >= 128;
}

/** Where the run of characters of a set that begins at `from` ends. */
export function runEnd(source: Source, from: number, set: CharSet): number {
  let at = from;
  while (isIn(source, at, set)) at += 1;
  source.steps += at - from + 1;
  return at;
}

/** Where a word comes next, or -1. */
export function indexFrom(source: Source, word: string, from: number): number {
  const known = source.found.get(word);
  if (known && from >= known.from && (known.at === -1 || from <= known.at)) return known.at;
  const at = source.text.indexOf(word, from);
  source.steps += (at === -1 ? source.text.length : at) - from + 1;
  source.found.set(word, { from, at });
  return at;
}

/** Where the line of a place ends, without its end of line. */
export function lineEnd(source: Source, at: number): number {
  const end = indexFrom(source, "\n", at);
  const stop = end === -1 ? source.text.length : end;
  return stop > at && source.text[stop - 1] === "\r" ? stop - 1 : stop;
}

/** Where the next line begins, or the end of the text. */
export function nextLine(source: Source, at: number): number {
  const end = indexFrom(source, "\n", at);
  return end === -1 ? source.text.length : end + 1;
}

/** Spaces and tabs. */
export const blanks = charSet(/[ \t]/);
/** All white space of ASCII. */
export const spaces = charSet(/\s/);
