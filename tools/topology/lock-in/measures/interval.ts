/** Two bounds of a figure that nobody knows exactly. */
export interface Interval {
  readonly least: number;
  readonly most: number;
}

const nothing: Interval = { least: 0, most: 0 };

/** Sum of intervals, bound by bound. */
export function sum(intervals: readonly Interval[]): Interval {
  return intervals.reduce(
    (total, { least, most }) => ({ least: total.least + least, most: total.most + most }),
    nothing,
  );
}

/** Product of two intervals of numbers that are not negative. */
export function product(left: Interval, right: Interval): Interval {
  return { least: left.least * right.least, most: left.most * right.most };
}

/** The lower of each bound. */
export function lower(left: Interval, right: Interval): Interval {
  return { least: Math.min(left.least, right.least), most: Math.min(left.most, right.most) };
}

/** An interval of one number. */
export function exactly(value: number): Interval {
  return { least: value, most: value };
}
