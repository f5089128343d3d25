/** A number with the word for what is counted: `1 object`, `2 objects`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
