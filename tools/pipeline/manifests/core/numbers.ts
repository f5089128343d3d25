import { parseQuantity } from "../../model/kubernetes/quantity.ts";
import { reportInvalid } from "../report-invalid.ts";
import { at, isSet, numberValue, type Cursor } from "../cursor.ts";
import type { ReportProblem } from "../manifest-problem.ts";

/** None of these fields may be negative. */
export function checkNotNegative(
  report: ReportProblem,
  cursor: Cursor,
  fields: readonly string[],
): void {
  for (const field of fields) checkAtLeast(report, at(cursor, field), 0);
}

/** A given number has a lower bound. */
export function checkAtLeast(report: ReportProblem, cursor: Cursor, min: number): void {
  const value = numberValue(cursor);
  if (value !== undefined && value < min)
    reportInvalid(report, cursor, `it must be at least ${min}`);
}

/** A given number must lie in a range, bounds included. */
export function checkBetween(
  report: ReportProblem,
  cursor: Cursor,
  [min, max]: [number, number],
): void {
  const value = numberValue(cursor);
  if (value === undefined || (value >= min && value <= max)) return;
  reportInvalid(report, cursor, `it must be between ${min} and ${max}`);
}

/** A given port number must be valid. */
export function checkPortNumber(report: ReportProblem, cursor: Cursor): void {
  checkBetween(report, cursor, [1, 65535]);
}

/** A given value must be a number from 0 or a percentage; `most` also limits the percentage. */
export function checkCountOrPercent(report: ReportProblem, cursor: Cursor, max = Infinity): void {
  if (!isSet(cursor)) return;
  if (typeof cursor.value === "number") return checkAtLeast(report, cursor, 0);
  const percent = typeof cursor.value === "string" ? /^([0-9]+)%$/.exec(cursor.value) : null;
  if (!percent)
    return reportInvalid(report, cursor, "it must be a number or a percentage such as 25%");
  if (Number(percent[1]) > max) reportInvalid(report, cursor, `it must be at most ${max}%`);
}

/** Reports whether a count or percentage is zero. */
export function isZero(cursor: Cursor): boolean {
  return cursor.value === 0 || cursor.value === "0%";
}

/** Parses a quantity; undefined if it is absent or malformed. */
export function quantityOf(cursor: Cursor): number | undefined {
  return parseQuantity(cursor.value);
}

/** Parses a quantity in a map, in which the server reads null as zero. */
export function amountOf(cursor: Cursor): number | undefined {
  return cursor.value === null ? 0 : quantityOf(cursor);
}
