export { compareScores, type ScoreComparison } from "./lock-in/compare-scores.ts";
export { lockInChange, lockInComparison } from "./lock-in/lock-in-change.ts";
export { gatherFacts, type Judged } from "./lock-in/gather-facts.ts";
export type { Interval } from "./lock-in/interval.ts";
export type { Binding, LockInFacts } from "./lock-in/lock-in-facts.ts";
export {
  scoreLockIn,
  type LockInScore,
  type NoScore,
  type Score,
} from "./lock-in/score-lock-in.ts";
