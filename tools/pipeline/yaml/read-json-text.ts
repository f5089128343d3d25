/**
 * Why JSON.parse refuses a text, and at which character. `detail` quotes nothing from the text, which may hold a
 * secret.
 */
export interface JsonSyntaxError {
  readonly offset: number;
  readonly detail: string;
}

/** Parses a JSON text with JSON.parse, or returns its syntax error. */
export function readJsonText(
  text: string,
): { readonly value: unknown; readonly fault?: undefined } | { readonly fault: JsonSyntaxError } {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    const { message } = error as Error;
    const detail = message.replace(/(?:(?: in JSON)? at position|,? (?:\.\.\.)?").*$/s, "");
    // If the end is missing, an editor can show the last character.
    const last = Math.max(text.trimEnd().length - 1, 0);
    return { fault: { offset: Math.min(errorOffset(text, message), last), detail } };
  }
}

/** JSON.parse gives no position of an unexpected character: it ends the shortest prefix that is refused for one. */
function errorOffset(text: string, message: string): number {
  if (!hasUnexpected(message))
    return Number(/ at position ([0-9]+)/.exec(message)?.[1] ?? text.length);
  let [low, high] = [0, text.length - 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (hasUnexpected(syntaxErrorOf(text.slice(0, middle + 1)))) high = middle;
    else low = middle + 1;
  }
  return low;
}

function hasUnexpected(message: string): boolean {
  return message.startsWith("Unexpected token ");
}

function syntaxErrorOf(text: string): string {
  try {
    JSON.parse(text);
    return "";
  } catch (error) {
    return (error as Error).message;
  }
}
