/** Prints a JSON document with two spaces of indentation. */
export function printJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
