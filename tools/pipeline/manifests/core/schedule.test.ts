import { describe, expect, it } from "vitest";
import { scheduleProblem } from "./schedule.ts";

describe("scheduleProblem", () => {
  it.each([
    "*/15 * * * *",
    "0 0 1,15 * *",
    "5-59/10 9-17 * jan-mar MON-FRI",
    "0 3 ? * 0",
    "@daily",
    "@every 1h30m",
    "  0 3 * * *  ",
  ])("accepts %s", (schedule) => {
    expect(scheduleProblem(schedule)).toBeUndefined();
  });

  it.each([
    ["* * * *", "it has 4 fields, not 5"],
    ["60 * * * *", "minute: `60` is not between 0 and 59"],
    ["* * 0 * *", "day of the month: `0` is not between 1 and 31"],
    ["* * * * 7", "day of the week: `7` is not between 0 and 6"],
    ["30-10 * * * *", "minute: `30-10` ends before it starts"],
    ["*/0 * * * *", "minute: `0` is not a step"],
    ["1/2/3 * * * *", "minute: `1/2/3` has more than one step"],
    ["* * * march *", "month: `march` is not a value or range"],
    ["@noon", "it is not a known macro"],
    ["@every soon", "it must be a duration"],
    ["TZ=UTC 0 3 * * *", "the time zone must be set in timeZone"],
  ])("refuses %s: %s", (schedule, problem) => {
    expect(scheduleProblem(schedule)).toBe(problem);
  });
});
