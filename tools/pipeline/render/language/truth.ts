/** Returns whether a condition is true. False, 0, empty strings, lists and maps, null and missing values are not. */
export function isTrue(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return Boolean(value);
  return Array.isArray(value) ? value.length > 0 : Object.keys(value).length > 0;
}
