/** Returns the offset of the first merge conflict marker of git; undefined if there is none. */
export function mergeConflict(text: string): number | undefined {
  const first = /^<{7}(?= |$)/m.exec(text)?.index;
  return first !== undefined && /^>{7}(?= |$)/m.test(text.slice(first)) ? first : undefined;
}
