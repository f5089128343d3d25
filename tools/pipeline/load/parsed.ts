import type { Diagnostic } from "../model/diagnostic.ts";

/** What parsing one file gives: its value (absent when nothing could be read) and what is wrong with it. */
export interface Parsed {
  readonly value?: unknown;
  readonly diagnostics: readonly Diagnostic[];
}

/** Deeper nesting than this is no configuration, and would exhaust the steps that walk values. */
export const deepestNesting = 64;
