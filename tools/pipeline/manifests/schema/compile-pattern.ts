/** Compiles a pattern of a definition (Go's syntax) for JavaScript; undefined if it cannot be translated. */
export function compilePattern(pattern: string): RegExp | undefined {
  const source = translate(pattern);
  for (const flags of ["u", ""]) {
    try {
      return new RegExp(source, flags);
    } catch {
      // The next, more tolerant translation may work.
    }
  }
  return undefined;
}

function translate(pattern: string): string {
  const named = pattern.replaceAll("(?P<", "(?<").replaceAll("\\z", "$").replaceAll("\\A", "^");
  // Go sets a flag from here to the end of the group; JavaScript needs a group around it.
  const at = named.indexOf("(?i)");
  if (at === -1) return named;
  return `${named.slice(0, at)}(?i:${named.slice(at + "(?i)".length)})`;
}
