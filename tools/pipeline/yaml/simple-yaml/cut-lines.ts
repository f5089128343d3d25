/** A text, and of each line the offsets of its start and end (without the line end) and how many spaces it begins with. */
export interface Lines {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly indents: readonly number[];
}

/** Longer lines are for the library: it limits the length of keys. */
const longest = 1000;

/** The lines of a text; undefined when it has characters or lines that only the library knows how to treat. */
export function cutLines(text: string): Lines | undefined {
  if (/[\t\r\uFEFF]| $| \n/.test(text)) return undefined;
  const starts: number[] = [];
  const ends: number[] = [];
  const indents: number[] = [];
  for (let start = 0; start < text.length;) {
    const found = text.indexOf("\n", start);
    const end = found < 0 ? text.length : found;
    if (end - start > longest) return undefined;
    let content = start;
    while (text.charCodeAt(content) === 0x20) content += 1;
    starts.push(start);
    ends.push(end);
    indents.push(content - start);
    start = end + 1;
  }
  return { text, starts, ends, indents };
}
