import type { Diagnostic } from "../model/results/diagnostic.ts";

/** The result of parsing one file: its value (absent if unreadable) and its problems. */
export interface Parsed {
  readonly value?: unknown;
  readonly diagnostics: readonly Diagnostic[];
}
