/** Prints Java properties, one entry per line, in ASCII; everything that would end a key or a line is escaped. */
export function printProperties(value: unknown): string {
  return Object.entries(value as Record<string, unknown>)
    .map(([key, text]) => `${escapeKey(key)}=${escapeValue(String(text))}\n`)
    .join("");
}

const escapes: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\f": "\\f",
};

function escapeKey(text: string): string {
  return escapeCharacters(text).replaceAll(/[ =:#!]/g, "\\$&");
}

function escapeValue(text: string): string {
  return escapeCharacters(text).replace(/^ /, "\\ ");
}

function escapeCharacters(text: string): string {
  return text.replaceAll(
    /[\\\n\r\t\f]|[^ -~]/g,
    (character) =>
      escapes[character] ??
      `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`,
  );
}
