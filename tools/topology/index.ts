export { lockInComparison } from "./lock-in/lock-in-change.ts";
export { collectFacts, proveFacts, type CollectedFacts } from "./lock-in/evidence/gather-facts.ts";
export type { Interval } from "./lock-in/measures/interval.ts";
export type { Binding, LockInFacts } from "./lock-in/lock-in-facts.ts";
export { longestExitHours } from "./lock-in/measures/measure-data-exit.ts";
export {
  scoreLockIn,
  type LockInScore,
  type NoScore,
  type Score,
} from "./lock-in/score-lock-in.ts";
