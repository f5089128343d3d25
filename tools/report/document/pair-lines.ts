import type { DiffLine } from "./node.ts";

/** A line of the base and the line of the head beside it. */
export interface LinePair {
  readonly left?: DiffLine;
  readonly right?: DiffLine;
}

/** Puts the lines of a unified diff side by side: kept lines on both sides, removed lines beside the added lines after them. */
export function pairLines(lines: readonly DiffLine[]): readonly LinePair[] {
  const pairs: LinePair[] = [];
  let removed: DiffLine[] = [];
  let added: DiffLine[] = [];
  const flush = (): void => {
    for (let index = 0; index < Math.max(removed.length, added.length); index += 1) {
      const [left, right] = [removed[index], added[index]];
      pairs.push({ ...(left ? { left } : {}), ...(right ? { right } : {}) });
    }
    removed = [];
    added = [];
  };
  for (const line of lines) {
    if (line.sign === "-" && added.length > 0) flush();
    if (line.sign === "-") removed.push(line);
    else if (line.sign === "+") added.push(line);
    else {
      flush();
      pairs.push({ left: line, right: line });
    }
  }
  flush();
  return pairs;
}
