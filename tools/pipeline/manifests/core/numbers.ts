import { parseQuantity } from "../../model/kubernetes/quantity.ts";
import { invalid } from "../complain.ts";
import { at, isSet, numberOf, type Cursor } from "../cursor.ts";
import type { Report } from "../problem.ts";

/** None of these fields may be negative. */
export function notNegative(report: Report, cursor: Cursor, fields: readonly string[]): void {
  for (const field of fields) atLeast(report, at(cursor, field), 0);
}

/** A given number has a lower bound. */
export function atLeast(report: Report, cursor: Cursor, least: number): void {
  const value = numberOf(cursor);
  if (value !== undefined && value < least) invalid(report, cursor, `it must be at least ${least}`);
}

/** A given number must lie in a range, bounds included. */
export function between(report: Report, cursor: Cursor, [least, most]: [number, number]): void {
  const value = numberOf(cursor);
  if (value === undefined || (value >= least && value <= most)) return;
  invalid(report, cursor, `it must be between ${least} and ${most}`);
}

/** A given port number must be valid. */
export function isPort(report: Report, cursor: Cursor): void {
  between(report, cursor, [1, 65535]);
}

/** A given value must be a number from 0 or a percentage; `most` also limits the percentage. */
export function countOrPercent(report: Report, cursor: Cursor, most = Infinity): void {
  if (!isSet(cursor)) return;
  if (typeof cursor.value === "number") return atLeast(report, cursor, 0);
  const percent = typeof cursor.value === "string" ? /^([0-9]+)%$/.exec(cursor.value) : null;
  if (!percent) return invalid(report, cursor, "a number or a percentage such as 25% is wanted");
  if (Number(percent[1]) > most) invalid(report, cursor, `it must be at most ${most}%`);
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
