/** Whether a key is refused in every file: assigning `__proto__` replaces an object's prototype instead of adding a key. */
export function isForbiddenKey(key: string): boolean {
  return key === "__proto__";
}
