/** Serialises a value as JSON; undefined if it is nested too deeply. */
export function printJson(value: object): string | undefined {
  try {
    return JSON.stringify(value);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
