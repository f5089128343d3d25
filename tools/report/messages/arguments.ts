// Messages can mention template expressions, which have double braces.
const argument = /(?<!\{)\{([a-z][A-Za-z]*)\}(?!\})/g;
const optionalPart = /\[([^[\]]*)\]/g;

/** Replaces each `{argument}` of a message. */
export function replaceArguments(message: string, replace: (name: string) => string): string {
  return message.replace(argument, (_, name: string) => replace(name));
}

/** Replaces each part of a message in square brackets that contains arguments. */
export function replaceOptionalParts(
  message: string,
  replace: (part: string, names: readonly string[]) => string,
): string {
  return message.replace(optionalPart, (whole: string, part: string) => {
    const names = [...part.matchAll(argument)].map((match) => match[1]!);
    return names.length === 0 ? whole : replace(part, names);
  });
}
