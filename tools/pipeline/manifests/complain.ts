import { closestWord } from "../model/values/closest-word.ts";
import { at, isSet, pathOf, textOf, type Cursor } from "./cursor.ts";
import { shown, type Report } from "./problem.ts";

/** The value is invalid, with the reason. */
export function invalid(report: Report, cursor: Cursor, problem: string): void {
  const args = { found: shown(cursor.value), problem };
  report({ code: "manifest-value-invalid", path: pathOf(cursor), args });
}

/** The value is not one of the allowed words. Absent and empty values are left to the server's default. */
export function oneOf(report: Report, cursor: Cursor, allowed: readonly string[]): void {
  const word = textOf(cursor);
  if (word === undefined || allowed.includes(word)) return;
  const suggestion = closestWord(word, allowed);
  const args = { found: shown(word), allowed, ...(suggestion ? { suggestion } : {}) };
  report({ code: "manifest-value-not-allowed", path: pathOf(cursor), args });
}

/** A given value must be one of the allowed words; an empty text is not. */
export function exactlyOneOf(report: Report, cursor: Cursor, allowed: readonly string[]): void {
  const { value } = cursor;
  if (value === undefined || (typeof value === "string" && allowed.includes(value))) return;
  const args = { found: shown(cursor.value), allowed };
  if (textOf(cursor) !== undefined) return oneOf(report, cursor, allowed);
  report({ code: "manifest-value-not-allowed", path: pathOf(cursor), args });
}

/** As `exactlyOneOf`, but only if a word is given: null counts as absent. */
export function oneOfIfSet(report: Report, cursor: Cursor, allowed: readonly string[]): void {
  if (isSet(cursor)) exactlyOneOf(report, cursor, allowed);
}

/** Each of the fields below `cursor` is required and may not be an empty text. */
export function need(report: Report, cursor: Cursor, fields: readonly string[]): void {
  for (const field of fields) {
    const held = at(cursor, field);
    if (!isSet(held) || held.value === "") missing(report, cursor, field);
  }
}

/** A required field below `cursor` is missing. */
export function missing(report: Report, cursor: Cursor, field: string): void {
  report({ code: "manifest-missing-field", path: pathOf(cursor), args: { field } });
}

/** The value at `cursor` breaks a rule of the kind. */
export function refused(report: Report, cursor: Cursor, message: string): void {
  report({ code: "manifest-rule-refused", path: pathOf(cursor), args: { message } });
}

/** A list has the same key twice. */
export function repeated(report: Report, cursor: Cursor, key: string): void {
  report({ code: "manifest-list-duplicate", path: pathOf(cursor), args: { key } });
}

/** The name is invalid, with the reason. */
export function badName(report: Report, cursor: Cursor, problem: string): void {
  const args = { name: shown(cursor.value), problem };
  report({ code: "manifest-name-invalid", path: pathOf(cursor), args });
}
