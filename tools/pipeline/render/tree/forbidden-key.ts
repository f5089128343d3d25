/** Whether a key means something to JavaScript's objects, so that nobody may use it as data. */
export function isForbiddenKey(key: string): boolean {
  return key === "__proto__";
}
