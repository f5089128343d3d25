/** Where git left a conflict open in a text, as the offset of its first mark; undefined when it did not. */
export function mergeConflict(text: string): number | undefined {
  const first = /^<{7}(?= |$)/m.exec(text)?.index;
  return first !== undefined && /^>{7}(?= |$)/m.test(text.slice(first)) ? first : undefined;
}
