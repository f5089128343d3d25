/** Keys that would reach into JavaScript's own objects, refused wherever a file is read. */
export const forbiddenKeys: ReadonlySet<string> = new Set([
  "__proto__",
  "constructor",
  "prototype",
]);
