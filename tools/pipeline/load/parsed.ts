import type { Diagnostic } from "../model/results/diagnostic.ts";

/** What parsing one file gives: its value (absent when nothing could be read) and what is wrong with it. */
export interface Parsed {
  readonly value?: unknown;
  readonly diagnostics: readonly Diagnostic[];
}
