import type { Diagnostic } from "./diagnostic.ts";
import type { Finding } from "./finding.ts";
import type { RunResult } from "./run-result.ts";

/** Diagnostics and findings that belong together. */
interface Problems {
  readonly findings: readonly Finding[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What is wrong with a state, told apart by whether an earlier state has it too. Old newProblems does not block, new newProblems does. */
export interface NewProblems {
  /** The earlier state. */
  readonly base: { readonly label: string; readonly commit?: string };
  /** The run over the newer state, by its own rules. */
  readonly result: RunResult;
  /** Only the newer state has it. Without what waivers cover. */
  readonly new: Problems;
  /** Both have it, or the earlier one would by the rules of the newer. */
  readonly old: Problems;
  /** Only the earlier one has it, whichever rules judge. */
  readonly gone: Problems;
  /** Findings of the earlier state that waivers cover now. */
  readonly accepted: readonly Finding[];
  /** Where the rules or their strictness differ. */
  readonly rules?: {
    readonly added: readonly string[];
    readonly removed: readonly string[];
    readonly changed: readonly string[];
    /** Findings of the newer state that the earlier rules give and its own do not, or not as strictly; and the reverse. */
    readonly loosened: readonly Finding[];
    readonly tightened: readonly Finding[];
  };
}
