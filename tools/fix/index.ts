export { addEntry, type WaiverEntry } from "./add-entry.ts";
export { lineEndOf } from "./line-end.ts";
export { findFixes, fixableCodes, planFixes, type Fix, type FixPlan } from "./plan-fixes.ts";
