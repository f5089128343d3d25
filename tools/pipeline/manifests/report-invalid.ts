import { closestWord } from "../model/values/closest-word.ts";
import { at, isSet, pathOf, textValue, type Cursor } from "./cursor.ts";
import { formatValue, type ReportProblem } from "./manifest-problem.ts";

/** The value is invalid, with the reason. */
export function reportInvalid(report: ReportProblem, cursor: Cursor, problem: string): void {
  const args = { found: formatValue(cursor.value), problem };
  report({ code: "manifest-value-invalid", path: pathOf(cursor), args });
}

/** The value is not one of the allowed words. Absent and empty values are left to the server's default. */
export function checkAllowed(
  report: ReportProblem,
  cursor: Cursor,
  allowed: readonly string[],
): void {
  const word = textValue(cursor);
  if (word === undefined || allowed.includes(word)) return;
  const suggestion = closestWord(word, allowed);
  const args = { found: formatValue(word), allowed, ...(suggestion ? { suggestion } : {}) };
  report({ code: "manifest-value-not-allowed", path: pathOf(cursor), args });
}

/** A given value must be one of the allowed words; an empty text is not. */
export function checkAllowedStrictly(
  report: ReportProblem,
  cursor: Cursor,
  allowed: readonly string[],
): void {
  const { value } = cursor;
  if (value === undefined || (typeof value === "string" && allowed.includes(value))) return;
  const args = { found: formatValue(cursor.value), allowed };
  if (textValue(cursor) !== undefined) return checkAllowed(report, cursor, allowed);
  report({ code: "manifest-value-not-allowed", path: pathOf(cursor), args });
}

/** As `exactlyOneOf`, but only if a word is given: null counts as absent. */
export function checkAllowedIfSet(
  report: ReportProblem,
  cursor: Cursor,
  allowed: readonly string[],
): void {
  if (isSet(cursor)) checkAllowedStrictly(report, cursor, allowed);
}

/** Each of the fields below `cursor` is required and may not be an empty text. */
export function requireFields(
  report: ReportProblem,
  cursor: Cursor,
  fields: readonly string[],
): void {
  for (const field of fields) {
    const child = at(cursor, field);
    if (!isSet(child) || child.value === "") reportMissing(report, cursor, field);
  }
}

/** A required field below `cursor` is missing. */
export function reportMissing(report: ReportProblem, cursor: Cursor, field: string): void {
  report({ code: "manifest-missing-field", path: pathOf(cursor), args: { field } });
}

/** The value at `cursor` breaks a rule of the kind. */
export function reportViolation(report: ReportProblem, cursor: Cursor, message: string): void {
  report({ code: "manifest-rule-refused", path: pathOf(cursor), args: { message } });
}

/** A list has the same key twice. */
export function reportDuplicate(report: ReportProblem, cursor: Cursor, key: string): void {
  report({ code: "manifest-list-duplicate", path: pathOf(cursor), args: { key } });
}

/** The name is invalid, with the reason. */
export function reportInvalidName(report: ReportProblem, cursor: Cursor, problem: string): void {
  const args = { name: formatValue(cursor.value), problem };
  report({ code: "manifest-name-invalid", path: pathOf(cursor), args });
}
