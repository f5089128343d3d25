import { checkSelector } from "../check-identity.ts";
import { invalid, missing, oneOfIfSet, refused } from "../complain.ts";
import { at, isSet, numberOf, textOf, type Cursor } from "../cursor.ts";
import type { Report } from "../problem.ts";
import { notNegative } from "./numbers.ts";
import { checkPodTemplate } from "./pods/pod.ts";
import { scheduleProblem } from "./schedule.ts";

/** Checks a standalone Job. */
export function checkJob(object: Cursor, report: Report): void {
  checkJobSpec(at(object, "spec"), report);
}

/** Checks a CronJob: its schedule and the Jobs it creates. */
export function checkCronJob(object: Cursor, report: Report): void {
  const spec = at(object, "spec");
  const schedule = at(spec, "schedule");
  const text = textOf(schedule);
  if (text === undefined) missing(report, spec, "schedule");
  const problem = text === undefined ? undefined : scheduleProblem(text);
  if (problem !== undefined) invalid(report, schedule, problem);
  const zone = at(spec, "timeZone");
  if (isSet(zone) && !isTimeZone(String(zone.value)))
    invalid(report, zone, "it is no known time zone");
  notNegative(report, spec, [
    "startingDeadlineSeconds",
    "successfulJobsHistoryLimit",
    "failedJobsHistoryLimit",
  ]);
  checkJobSpec(at(spec, "jobTemplate", "spec"), report);
}

function checkJobSpec(spec: Cursor, report: Report): void {
  notNegative(report, spec, [
    "parallelism",
    "completions",
    "activeDeadlineSeconds",
    "backoffLimit",
    "backoffLimitPerIndex",
    "maxFailedIndexes",
    "ttlSecondsAfterFinished",
  ]);
  const selector = at(spec, "selector");
  if (isSet(selector) && at(spec, "manualSelector").value !== true) {
    refused(report, selector, "The server makes the selector of a Job; leave it out");
  }
  checkSelector(selector, report);
  const indexed = textOf(at(spec, "completionMode")) === "Indexed";
  if (indexed && !isSet(at(spec, "completions"))) {
    refused(report, at(spec, "completionMode"), "The mode Indexed needs completions");
  }
  checkIndexes(spec, { indexed, report });
  checkPodTemplate(at(spec, "template"), {
    report,
    restart: ["OnFailure", "Never"],
    restartRequired: true,
  });
}

function checkIndexes(
  spec: Cursor,
  { indexed, report }: { indexed: boolean; report: Report },
): void {
  oneOfIfSet(report, at(spec, "completionMode"), ["NonIndexed", "Indexed"]);
  oneOfIfSet(report, at(spec, "podReplacementPolicy"), ["Failed", "TerminatingOrFailed"]);
  for (const field of ["backoffLimitPerIndex", "maxFailedIndexes"]) {
    const cursor = at(spec, field);
    if (isSet(cursor) && !indexed) refused(report, cursor, `${field} needs the mode Indexed`);
  }
  const most = at(spec, "maxFailedIndexes");
  if (isSet(most) && !isSet(at(spec, "backoffLimitPerIndex"))) {
    missing(report, spec, "backoffLimitPerIndex");
  }
  if ((numberOf(most) ?? 0) > (numberOf(at(spec, "completions")) ?? Infinity)) {
    invalid(report, most, "it must be at most completions");
  }
}

function isTimeZone(name: string): boolean {
  // The server would use its own time zone for these.
  if (name === "" || name.toLowerCase() === "local" || /^[+-]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
