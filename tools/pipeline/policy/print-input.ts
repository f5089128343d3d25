/** An input as JSON; undefined when it nests too deep to be printed. */
export function printInput(input: object): string | undefined {
  try {
    return JSON.stringify(input);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
