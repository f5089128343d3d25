// Double braces are the templates' own expressions, which messages may mention.
const argument = /(?<!\{)\{([a-z][A-Za-z]*)\}(?!\})/g;
const optionalPart = /\[([^[\]]*)\]/g;

/** The words of a message with something in place of each `{argument}`. */
export function replaceArguments(words: string, replace: (name: string) => string): string {
  return words.replace(argument, (_, name: string) => replace(name));
}

/** The words of a message with something in place of each part in brackets that mentions arguments. */
export function replaceOptionalParts(
  words: string,
  replace: (part: string, names: readonly string[]) => string,
): string {
  return words.replace(optionalPart, (whole: string, part: string) => {
    const names = [...part.matchAll(argument)].map((match) => match[1]!);
    return names.length === 0 ? whole : replace(part, names);
  });
}
