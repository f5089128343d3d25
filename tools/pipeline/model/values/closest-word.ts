/** Returns the candidate most similar to `word`, for "did you mean"; undefined if none is close. */
export function closestWord(word: string, words: readonly string[]): string | undefined {
  // One or two edits in a short word, more in a long one; beyond that a suggestion misleads.
  const farthest = Math.max(1, Math.min(3, Math.floor(word.length / 3)));
  let closest: string | undefined;
  let smallest = farthest + 1;
  for (const candidate of [...words].sort()) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase(), farthest);
    if (distance < smallest) {
      closest = candidate;
      smallest = distance;
    }
  }
  return closest;
}

/**
 * Returns the edit distance (insertions, deletions, replacements, swaps of neighbours), or `most + 1` if it is larger.
 */
export function editDistance(left: string, right: string, most: number): number {
  if (Math.abs(left.length - right.length) > most) return most + 1;
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1];
      let cost = Math.min(
        previous[column]! + 1,
        current[column - 1]! + 1,
        previous[column - 1]! + (same ? 0 : 1),
      );
      const swapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (row > 1 && column > 1 && swapped) cost = Math.min(cost, beforePrevious[column - 2]! + 1);
      current.push(cost);
    }
    beforePrevious = previous;
    previous = current;
  }
  return Math.min(previous[right.length]!, most + 1);
}
