import type { Place } from "./place.ts";

/** Returns a function from an offset in a text of `file` to its place. */
export function linePlaces(text: string, file: string): (offset: number) => Place {
  const starts = lineStarts(text);
  return (offset) => {
    const index = lastAtOrBefore(starts, offset);
    return { file, line: index + 1, column: offset - starts[index]! + 1 };
  };
}

/** Lists the offsets at which the lines of a text begin. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/** Returns the index of the last ascending offset that is not after `offset`; 0 if all are. */
export function lastAtOrBefore(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
