/** A value as JSON; undefined when it nests too deep to be printed. */
export function printJson(value: object): string | undefined {
  try {
    return JSON.stringify(value);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
