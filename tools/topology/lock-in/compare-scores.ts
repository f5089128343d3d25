import { longestExitHours } from "./measures/measure-data-exit.ts";
import type { LockInScore, Score } from "./score-lock-in.ts";

/**
 * How a score changed, or why it cannot be compared. Positive means more lock-in, except for `portability` and
 * `readiness`.
 */
export type ScoreComparison =
  | { readonly comparable: false; readonly why: "no-score" | "other-catalogue" }
  | {
      readonly comparable: true;
      readonly portability: number;
      readonly readiness: number;
      readonly dataExitHours: number;
      readonly switching: { readonly least: number; readonly most: number };
      readonly perYear: { readonly least: number; readonly most: number };
    };

/** Compares two scores. Refuses if either has no score, or if they use different catalogues. */
export function compareScores(before: LockInScore, after: LockInScore): ScoreComparison {
  if (!before.scored || !after.scored) return { comparable: false, why: "no-score" };
  if (before.catalogue !== after.catalogue) return { comparable: false, why: "other-catalogue" };
  return {
    comparable: true,
    portability: after.portability.percent - before.portability.percent,
    readiness: after.readiness.level - before.readiness.level,
    dataExitHours: longestExitHours(after.dataExit) - longestExitHours(before.dataExit),
    switching: change(before.exposure.switching, after.exposure.switching),
    perYear: change(before.exposure.perYear, after.exposure.perYear),
  };
}

type Bounds = Score["exposure"]["perYear"];

function change(before: Bounds, after: Bounds): Bounds {
  return { least: after.least - before.least, most: after.most - before.most };
}
