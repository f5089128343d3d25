/** A text, with the start, end (without the line ending) and indentation of each line. */
export interface Lines {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly indents: readonly number[];
}

/** Leaves longer lines to the library, which limits the length of keys. */
const maxLineLength = 1000;

/** Splits a text into lines; undefined if it has characters or lines that need the library. */
export function splitLines(text: string): Lines | undefined {
  if (/[\t\r\uFEFF]| $| \n/.test(text)) return undefined;
  const starts: number[] = [];
  const ends: number[] = [];
  const indents: number[] = [];
  for (let start = 0; start < text.length;) {
    const found = text.indexOf("\n", start);
    const end = found < 0 ? text.length : found;
    if (end - start > maxLineLength) return undefined;
    let content = start;
    while (text.charCodeAt(content) === 0x20) content += 1;
    starts.push(start);
    ends.push(end);
    indents.push(content - start);
    start = end + 1;
  }
  return { text, starts, ends, indents };
}
