const maxValues = 1_000_000;
const maxDepth = 128;

interface Extent {
  readonly values: number;
  readonly depth: number;
}

/**
 * Reports whether a value stays small with its aliases expanded. A few lines of aliases can expand to more values than
 * memory holds, or contain themselves. Each shared value is measured once.
 */
export function isBounded(value: unknown): boolean {
  const { values, depth } = measure(value, new Map());
  return values <= maxValues && depth <= maxDepth;
}

const unbounded: Extent = { values: Infinity, depth: Infinity };

function measure(value: unknown, measured: Map<object, Extent>): Extent {
  if (typeof value !== "object" || value === null) return { values: 1, depth: 0 };
  const earlier = measured.get(value);
  if (earlier) return earlier;
  // A value that is met again while it is measured contains itself.
  measured.set(value, unbounded);
  let values = 1;
  let depth = 0;
  for (const item of Object.values(value)) {
    const below = measure(item, measured);
    values += below.values;
    depth = Math.max(depth, below.depth);
  }
  const extent = { values, depth: depth + 1 };
  measured.set(value, extent);
  return extent;
}
