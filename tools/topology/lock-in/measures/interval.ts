/** Lower and upper bound of an uncertain figure. */
export interface Interval {
  readonly least: number;
  readonly most: number;
}

const nothing: Interval = { least: 0, most: 0 };

/** Adds intervals, bound by bound. */
export function sum(intervals: readonly Interval[]): Interval {
  return intervals.reduce(
    (total, { least, most }) => ({ least: total.least + least, most: total.most + most }),
    nothing,
  );
}

/** Multiplies two intervals of non-negative numbers. */
export function product(left: Interval, right: Interval): Interval {
  return { least: left.least * right.least, most: left.most * right.most };
}

/** Returns the lower of each bound. */
export function lowerBounds(left: Interval, right: Interval): Interval {
  return { least: Math.min(left.least, right.least), most: Math.min(left.most, right.most) };
}

/** Returns the interval of an exact number. */
export function exactly(value: number): Interval {
  return { least: value, most: value };
}
