import type { Interval } from "./interval.ts";

const days: readonly Interval[] = [
  { least: 0, most: 0 },
  { least: 0.25, most: 1 },
  { least: 1, most: 5 },
  { least: 5, most: 30 },
  { least: 20, most: 120 },
];

/** Returns the person-days to replace a surface of a tier (0 to 4): a rough estimate, and marked as one. */
export function effortOfTier(tier: number): Interval {
  return days[tier]!;
}
