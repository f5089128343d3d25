import type { Diagnostic } from "../model/diagnostic.ts";

/** What parsing one file gives: its value (absent when nothing could be read) and what is wrong with it. */
export interface Parsed {
  readonly value?: unknown;
  readonly diagnostics: readonly Diagnostic[];
}

/** Keys that would reach into JavaScript's own objects, refused wherever a file is read. */
export const forbiddenKeys: ReadonlySet<string> = new Set([
  "__proto__",
  "constructor",
  "prototype",
]);

/** Deeper nesting than this is no configuration, and would exhaust the steps that walk values. */
export const deepestNesting = 64;
