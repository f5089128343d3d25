/** A pattern of a definition (Go's syntax) for JavaScript, or undefined when it cannot be translated. */
export function compilePattern(pattern: string): RegExp | undefined {
  const source = translate(pattern);
  for (const flags of ["u", ""]) {
    try {
      return new RegExp(source, flags);
    } catch {
      // The next, more tolerant reading may take it.
    }
  }
  return undefined;
}

function translate(pattern: string): string {
  const named = pattern.replaceAll("(?P<", "(?<").replaceAll("\\z", "$").replaceAll("\\A", "^");
  // Go switches a flag on from here to the end of the group; JavaScript wants the group around it.
  const at = named.indexOf("(?i)");
  if (at === -1) return named;
  return `${named.slice(0, at)}(?i:${named.slice(at + "(?i)".length)})`;
}
