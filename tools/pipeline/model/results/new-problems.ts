import type { Diagnostic } from "./diagnostic.ts";
import type { Finding } from "./finding.ts";
import type { RunResult } from "./run-result.ts";

/** Diagnostics and findings that belong together. */
interface Problems {
  readonly findings: readonly Finding[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The problems of a state, split by whether the baseline has them too. Baseline problems do not fail a run; new ones
 * do.
 */
export interface NewProblems {
  /** The baseline. */
  readonly base: { readonly label: string; readonly commit?: string };
  /** The run over the newer state, with its own rules. */
  readonly result: RunResult;
  /** Only in the newer state, without waived findings. */
  readonly new: Problems;
  /** In both states, or found in the baseline by the newer state's rules. */
  readonly old: Problems;
  /** Only in the baseline, with either set of rules. */
  readonly gone: Problems;
  /** Findings of the baseline that are now waived. */
  readonly accepted: readonly Finding[];
  /** Set if the rules or their settings differ. */
  readonly rules?: {
    readonly added: readonly string[];
    readonly removed: readonly string[];
    readonly changed: readonly string[];
    /**
     * Findings of the newer state that the baseline's rules report and its own do not, or more mildly; and the reverse.
     */
    readonly loosened: readonly Finding[];
    readonly tightened: readonly Finding[];
  };
}
